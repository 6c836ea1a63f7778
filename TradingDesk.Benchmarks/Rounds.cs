using System.Diagnostics;

namespace TradingDesk.Benchmarks;

/// <summary>
/// The timing protocol: A and B in turn, warm-ups first, garbage collected between, one ratio per round. A measurement is a
/// function that works once and says how many nanoseconds that took, so that a peer in another process can be one.
/// </summary>
internal static class Rounds
{
    private const int WarmUps = 2;

    /// <summary>Many short rounds: on a shared machine a long one is never undisturbed.</summary>
    private const int Measured = 31;

    /// <summary>Warming up goes on at least so long: the compiler replaces hot code in the background.</summary>
    private static readonly TimeSpan _settling = TimeSpan.FromSeconds(1);

    public static RoundTimes Compare(Func<double> ours, Func<double> theirs, int rounds = Measured)
    {
        WarmUp(ours, theirs);
        var (a, b) = (new double[rounds], new double[rounds]);
        for (var round = 0; round < rounds; round++) (a[round], b[round]) = (Settled(ours), Settled(theirs));

        var ratios = a.Zip(b, (x, y) => x / y).Order().ToArray();
        return new RoundTimes(ratios[rounds / 2], a.Min() / b.Min(), a.Min(), b.Min());
    }

    private static void WarmUp(Func<double> ours, Func<double> theirs)
    {
        var start = Stopwatch.GetTimestamp();
        for (var round = 0; round < WarmUps || Stopwatch.GetElapsedTime(start) < _settling; round++)
        {
            ours();
            theirs();
        }
    }

    private static double Settled(Func<double> measure)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return measure();
    }
}
