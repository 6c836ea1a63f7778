namespace TradingDesk.Engine.Indicators.Parts;

/// <summary>The two lines of an oscillator: the simple mean of its last values and the simple mean of those means; constant work.</summary>
internal readonly struct SmoothedTwice(int once, int twice)
{
    private readonly RollingSum _values = new(once - 1);
    private readonly RollingSum _means = new(twice - 1);

    /// <summary>Words of memory.</summary>
    public int Memory => _values.Memory + _means.Memory;

    /// <summary>Both means as of one value more than are kept.</summary>
    public (double Once, double Twice) With(ReadOnlySpan<double> memory, double value)
    {
        var mean = _values.With(memory[.._values.Memory], value) / once;
        return (mean, _means.With(memory[_values.Memory..], mean) / twice);
    }

    /// <summary>Takes in a value and the mean it made.</summary>
    public void Push(Span<double> memory, double value, double mean)
    {
        _values.Push(memory[.._values.Memory], value);
        _means.Push(memory[_values.Memory..], mean);
    }
}
