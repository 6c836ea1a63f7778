using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Sqlite.Revisions;

/// <summary>Since when one instrument's candles of one timeframe are not what they were at an earlier revision.</summary>
internal readonly record struct RevisedSeries(Segment Segment, int Token, int TimeframeSeconds, Instant Earliest);
