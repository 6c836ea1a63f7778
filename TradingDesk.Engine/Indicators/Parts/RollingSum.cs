namespace TradingDesk.Engine.Indicators.Parts;

/// <summary>The sum of the last values, kept in a span of memory that begins as zeros: constant work, and nothing drifts.</summary>
/// <remarks>
/// An indicator looks at a window that ends with the forming candle, so its window here is one value less than its period, and it
/// asks for the sum with one more. Values from before the first count as zero.
/// </remarks>
internal readonly struct RollingSum(int window)
{
    // The memory: the sum in two words, where the next value goes, then the values.
    private const int Place = 2;
    private const int Values = 3;

    /// <summary>Words of memory; none where no value is kept.</summary>
    public int Memory => window == 0 ? 0 : Values + window;

    /// <summary>The sum of the values kept.</summary>
    public ExactSum Of(ReadOnlySpan<double> memory) => window == 0 ? default : new ExactSum(memory[0], memory[1]);

    /// <summary>The sum of the values kept and one more.</summary>
    public double With(ReadOnlySpan<double> memory, double value) => (Of(memory) + value).Value;

    /// <summary>Takes in a value; the oldest leaves.</summary>
    public void Push(Span<double> memory, double value)
    {
        if (window == 0) return;
        var place = (int)memory[Place];
        ref var oldest = ref memory[Values + place];
        var sum = Of(memory) - oldest + value;
        oldest = value;
        (memory[0], memory[1]) = (sum.Sum, sum.Lost);
        memory[Place] = place + 1 == window ? 0 : place + 1;
    }
}
