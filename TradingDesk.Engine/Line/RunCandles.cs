using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Line;

/// <summary>Some of the stored candles a run asked for, oldest first; with the last its history is in, however much there was.</summary>
internal sealed record RunCandles(int Request, Candle[] Candles, bool IsLast)
{
    /// <summary>Candles of one input: so few that the line waits for none of them.</summary>
    public const int Most = 64;
}
