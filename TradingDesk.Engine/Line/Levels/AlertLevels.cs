using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line.Levels;

/// <summary>The alerts on the board.</summary>
internal sealed class AlertLevels
{
    private IReadOnlyList<AlertRow> _rows = [];

    public LevelCells<AlertLevel> Cells { get; } = new(Limits.AlertsMost);

    /// <summary>In the order of their numbers; replaced as a whole when one comes, goes or loses its sight.</summary>
    public IReadOnlyList<AlertRow> Rows
    {
        get => Volatile.Read(ref _rows);
        set => Volatile.Write(ref _rows, value);
    }
}
