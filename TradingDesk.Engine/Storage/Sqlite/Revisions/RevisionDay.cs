using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Storage.Sqlite.Revisions;

/// <summary>One day of one instrument's candles of one timeframe.</summary>
internal readonly record struct RevisionDay(Segment Segment, int Token, int TimeframeSeconds, DateOnly Date);
