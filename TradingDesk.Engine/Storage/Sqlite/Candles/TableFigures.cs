using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Sqlite.Candles;

/// <summary>How many candles a table holds, and the starts of the oldest and the newest.</summary>
internal sealed record TableFigures(string Table, long Rows, Instant? Oldest, Instant? Newest);
