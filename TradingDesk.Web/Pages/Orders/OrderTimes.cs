using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Web.Pages.Orders;

/// <summary>Moments of orders in India's time, and the time between two.</summary>
internal static class OrderTimes
{
    private const long NanosPerMicrosecond = 1_000;
    private const long NanosPerMillisecond = 1_000_000;

    /// <summary>The time alone, with its day when that is not today.</summary>
    public static string Short(Instant at, DateOnly today)
    {
        var india = at.ToIndia();
        return india.ToString(at.IndiaDate == today ? "HH:mm:ss" : "d MMM HH:mm:ss", CultureInfo.InvariantCulture);
    }

    public static string Long(Instant at) => at.ToIndia().ToString("ddd d MMM yyyy HH:mm:ss.fff", CultureInfo.InvariantCulture) + " IST";

    public static string Exact(Instant at) => at.ToIndia().ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);

    /// <summary>In the largest unit that still says something: `+350 µs`, `+12.4 ms`, `+3.2 s`, `+4 min`; or `at once`.</summary>
    public static string Since(long nanos) => nanos switch
    {
        0 => "at once",
        < NanosPerMillisecond => Say($"+{nanos / (decimal)NanosPerMicrosecond:0.#} µs"),
        < Instant.NanosPerSecond => Say($"+{nanos / (decimal)NanosPerMillisecond:0.0} ms"),
        < 60 * Instant.NanosPerSecond => Say($"+{nanos / (decimal)Instant.NanosPerSecond:0.0} s"),
        _ => Say($"+{nanos / (60 * Instant.NanosPerSecond)} min {nanos / Instant.NanosPerSecond % 60} s"),
    };

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
