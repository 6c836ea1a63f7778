namespace TradingDesk.Engine.Observation.Log;

/// <summary>Some lines of the log, and where to read on.</summary>
/// <param name="Lines">Newest first.</param>
/// <param name="Newest">The number of the newest row that was looked at, wanted or not; 0 for none.</param>
/// <param name="Older">Rows before this number were not looked at; 0 where there are none left.</param>
public sealed record LogPage(IReadOnlyList<LogLine> Lines, long Newest, long Older)
{
    public static LogPage Empty { get; } = new([], 0, 0);
}
