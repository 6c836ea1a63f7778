using System.Globalization;

namespace TradingDesk.Benchmarks;

/// <summary>Prints measurements that have no goal: one line each, a name, a number and its unit.</summary>
internal static class Figures
{
    public static void Print(string name, double number, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"FIGURE {name} {number:0.###} {unit}"));

    /// <summary>The median and the ninetieth of a hundred, of times in nanoseconds, as microseconds.</summary>
    public static void PrintLatency(string name, long[] nanos)
    {
        Array.Sort(nanos);
        Print(name + "-p50", nanos[nanos.Length / 2] / 1_000.0, "us");
        Print(name + "-p90", nanos[nanos.Length * 9 / 10] / 1_000.0, "us");
    }
}
