namespace TradingDesk.Engine.Indicators.Parts;

/// <summary>The last values in a window, of which the oldest is asked for, kept in a span of memory that begins as zeros.</summary>
internal readonly struct Delay(int window)
{
    // The memory: where the oldest value stands, and the values.
    private const int Values = 1;

    /// <summary>Words of memory.</summary>
    public int Memory => Values + window;

    /// <summary>The value pushed as many pushes ago as the window is long.</summary>
    public double Oldest(ReadOnlySpan<double> memory) => memory.Slice(Values, window)[(int)memory[0]];

    /// <summary>Takes in a value in place of the oldest.</summary>
    public void Push(Span<double> memory, double value)
    {
        var at = (int)memory[0];
        memory[Values + at] = value;
        memory[0] = at + 1 == window ? 0 : at + 1;
    }
}
