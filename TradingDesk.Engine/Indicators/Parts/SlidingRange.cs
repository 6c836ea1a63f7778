namespace TradingDesk.Engine.Indicators.Parts;

/// <summary>The highest high and the lowest low of the last candles in a window, kept in a span of memory; constant work.</summary>
internal readonly struct SlidingRange(int window)
{
    private readonly SlidingExtreme _highest = SlidingExtreme.Highest(window);
    private readonly SlidingExtreme _lowest = SlidingExtreme.Lowest(window);

    /// <summary>Words of memory.</summary>
    public int Memory => _highest.Memory + _lowest.Memory;

    /// <summary>The range of the candles kept and one more.</summary>
    public ValueRange With(ReadOnlySpan<double> memory, double high, double low) =>
        new(_highest.With(memory[.._highest.Memory], high), _lowest.With(memory[_highest.Memory..], low));

    /// <summary>Takes in a candle; the oldest leaves.</summary>
    public void Push(Span<double> memory, double high, double low)
    {
        _highest.Push(memory[.._highest.Memory], high);
        _lowest.Push(memory[_highest.Memory..], low);
    }
}
