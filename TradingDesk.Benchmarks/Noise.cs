using System.Diagnostics;
using System.Globalization;

namespace TradingDesk.Benchmarks;

/// <summary>How quiet the machine is: a thread that only looks at the clock counts the times it was away for over a millisecond.</summary>
internal sealed class Noise
{
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(300);

    private int _gaps;
    private TimeSpan _longest;
    private TimeSpan _looked;

    public void Look()
    {
        var start = Stopwatch.GetTimestamp();
        var last = start;
        while (Stopwatch.GetElapsedTime(start) < _look)
        {
            var now = Stopwatch.GetTimestamp();
            var gap = Stopwatch.GetElapsedTime(last, now);
            last = now;
            if (gap > _longest) _longest = gap;
            if (gap.TotalMilliseconds > 1) _gaps++;
        }

        _looked += Stopwatch.GetElapsedTime(start);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"NOISE {_gaps} gaps over 1 ms in {_looked.TotalSeconds:0.0} s, longest {_longest.TotalMilliseconds:0.00} ms");
}
