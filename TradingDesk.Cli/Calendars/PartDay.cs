using TradingDesk.Engine.Observation.Days;

namespace TradingDesk.Cli.Calendars;

/// <summary>A day of one part of an exchange as the verb prints it.</summary>
/// <param name="Day">What the pages show of it too.</param>
/// <param name="Follows">The exchange whose entry it keeps for want of one of its own; empty when the entry is its own.</param>
internal sealed record PartDay(MarketDay Day, string Follows)
{
    /// <summary>The kind for a person.</summary>
    public string Kind => Day.Kind switch
    {
        MarketDayKind.Weekend => "weekend",
        MarketDayKind.Holiday => "holiday",
        MarketDayKind.Special => "special session",
        _ => "trading day",
    };
}
