namespace TradingDesk.Tests.Engine.Indicators;

/// <summary>Means over windows made anew at each place, as naive twins need them.</summary>
internal static class MovingMeans
{
    /// <summary>
    /// A line's mean and the mean of those means, NaN until both windows are full; the line itself is there from so many candles on.
    /// </summary>
    public static double[][] Twice(double[] line, int candles, int once, int twice)
    {
        var means = Enumerable.Range(0, line.Length).Select(i => At(line, i, once)).ToArray();
        var ready = candles + once + twice - 3;
        return [.. means.Select((mean, i) => i < ready ? new[] { double.NaN, double.NaN } : [mean, At(means, i, twice)])];
    }

    private static double At(double[] line, int at, int period) =>
        at < period - 1 ? double.NaN : line[(at - period + 1)..(at + 1)].Average();
}
