using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line.Levels;

/// <summary>What of an alert changes rarely: its place on the board, its rule, who wants it and why it cannot see.</summary>
internal sealed record AlertRow(int Place, int Number, string Text, string By, Instant AddedAt)
{
    /// <summary>Empty while it sees what it is about.</summary>
    public string Blind { get; init; } = "";
}
