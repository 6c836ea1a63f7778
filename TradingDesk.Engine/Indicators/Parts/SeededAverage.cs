namespace TradingDesk.Engine.Indicators.Parts;

/// <summary>An average that fades, seeded by the mean of its first values, as many as its period.</summary>
/// <remarks>One double remembers it: the average, or the sum until the seed is complete.</remarks>
internal readonly struct SeededAverage
{
    private readonly int _period;

    /// <summary>What the last average keeps of its weight; the newest value has the rest.</summary>
    private readonly double _keep;

    private SeededAverage(int period, double keep)
    {
        _period = period;
        _keep = keep;
    }

    /// <summary>The newest value weighs 2 / (N + 1).</summary>
    public static SeededAverage Exponential(int period) => new(period, (period - 1.0) / (period + 1.0));

    /// <summary>Wilder's: the newest value weighs 1 / N.</summary>
    public static SeededAverage Wilder(int period) => new(period, (period - 1.0) / period);

    /// <summary>After one more value when so many came before it, however few.</summary>
    public double Begin(double last, double value, int before)
    {
        if (before >= _period) return Next(last, value);
        var sum = last + value;
        return before == _period - 1 ? sum / _period : sum;
    }

    /// <summary>After one more value once seeded; counted from that value, so that one which stands still is given back exactly.</summary>
    public double Next(double last, double value) => value + ((last - value) * _keep);
}
