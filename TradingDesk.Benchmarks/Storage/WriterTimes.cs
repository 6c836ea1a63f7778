using System.Globalization;

namespace TradingDesk.Benchmarks.Storage;

/// <summary>How long each quarter of a run's rows took to write, in nanoseconds.</summary>
internal sealed record WriterTimes(double[] Quarters)
{
    public double Total => Quarters.Sum();

    /// <summary>The speed of the last quarter over that of the first.</summary>
    public double LastToFirst => Quarters[0] / Quarters[^1];

    /// <summary>Thousands of rows a second in each quarter.</summary>
    public string Speeds(int rows) =>
        string.Join(' ', Quarters.Select(nanos => (rows / 4 / nanos * 1e6).ToString("0", CultureInfo.InvariantCulture)));
}
