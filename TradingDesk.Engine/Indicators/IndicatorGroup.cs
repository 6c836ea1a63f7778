using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators;

/// <summary>
/// The indicators of one kind in a list, and the groups after it. Each hands on to the next by itself rather than being called in a
/// loop: so every call in the chain has one target, which the processor foresees and the compiler may inline.
/// </summary>
internal abstract class IndicatorGroup(IndicatorGroup? next)
{
    protected IndicatorGroup? After { get; } = next;

    /// <summary>Takes in a closed candle when all are ready; the words are those of the whole set.</summary>
    public abstract void Update(in CandleValues candle, in CloseRing closes, Span<double> words);

    /// <summary>The values as if the forming candle closed now, when all are ready.</summary>
    public abstract void Peek(in CandleValues forming, in CloseRing closes, ReadOnlySpan<double> words, Span<double> values);

    /// <summary>Takes in a closed candle while some may still warm up.</summary>
    public abstract void UpdateWarming(in CandleValues candle, in CloseRing closes, Span<double> words);

    /// <summary>Peeks while some may still warm up: only into the columns of those that the candle makes ready.</summary>
    public abstract void PeekWarming(in CandleValues forming, in CloseRing closes, ReadOnlySpan<double> words, Span<double> values);

    /// <summary>The values after so many candles, into the columns of those that are ready.</summary>
    public abstract void Read(int candles, ReadOnlySpan<double> words, Span<double> values);
}
