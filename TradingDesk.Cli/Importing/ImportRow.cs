using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Importing;

/// <summary>One row of a file of candles as it was written: its time may label the candle's start or its end.</summary>
internal readonly record struct ImportRow(long Line, string Symbol, Instant Label)
{
    public Price Open { get; init; }

    public Price High { get; init; }

    public Price Low { get; init; }

    public Price Close { get; init; }

    public long Volume { get; init; }

    /// <summary>Ticks merged; 1 when the file does not say, for there was at least one.</summary>
    public int Ticks { get; init; }

    public bool SaysTheSameAs(in ImportRow other) =>
        Open == other.Open && High == other.High && Low == other.Low && Close == other.Close && Volume == other.Volume;
}
