using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Sqlite.Indicators;

/// <summary>One version of the desk's indicator list as it was decided: the list, by whom, when and why.</summary>
/// <param name="Version">Counts up from 1; a number is given once.</param>
/// <param name="Text">The whole list, such as `SMA:9,EMA:21; 5m=RSI:14`.</param>
/// <param name="Principal">Who decided.</param>
/// <param name="At">When it was decided.</param>
/// <param name="Note">Why, in the words of who decided, or empty.</param>
internal sealed record StoredVersion(int Version, string Text, string Principal, Instant At, string Note);
