using System.Globalization;

namespace TradingDesk.Benchmarks;

/// <summary>Ours over theirs: the median of the rounds' ratios, the ratio of the best times, and those times in nanoseconds.</summary>
internal sealed record RoundTimes(double MedianRatio, double MinimaRatio, double Ours, double Theirs)
{
    /// <summary>Both ratios must meet a target, so the larger one counts.</summary>
    public double WorseRatio => Math.Max(MedianRatio, MinimaRatio);

    /// <summary>How many times faster ours is, by the less flattering ratio.</summary>
    public double Speedup => 1 / WorseRatio;

    public string Describe(double operations, string what) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Ours / operations:0.0} ns against {Theirs / operations:0.0} ns per {what}, "
        + $"median ratio {MedianRatio:0.000}, of minima {MinimaRatio:0.000}");
}
