using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line.Levels;

/// <summary>What a run that warms asks of the world: the candles of one instrument and timeframe before those the engine closes.</summary>
internal sealed record RunHistoryWanted
{
    /// <summary>Counts the requests of a run of the desk from 1.</summary>
    public required int Request { get; init; }

    public required InstrumentId Instrument { get; init; }

    public required Timeframe Timeframe { get; init; }

    /// <summary>How many are wanted at least, back to a session's open.</summary>
    public required int Candles { get; init; }

    /// <summary>The start of the first candle that the engine itself will close.</summary>
    public required Instant NextStart { get; init; }

    /// <summary>Seconds from this moment on go to the engine's own candles.</summary>
    public required Instant Through { get; init; }

    /// <summary>The newest fact when it was asked: what is stored up to it is all that is needed.</summary>
    public required long AfterFact { get; init; }
}
