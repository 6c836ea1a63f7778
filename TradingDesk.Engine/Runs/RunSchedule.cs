using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Runs;

/// <summary>When a run may open, how often it looks at the forming candle, and when it leaves all it holds; India's time of day.</summary>
/// <param name="From">The first moment it may open.</param>
/// <param name="To">From when on it may not.</param>
/// <param name="SquareOff">When it leaves; null where only its account's rule holds.</param>
/// <param name="Every">Seconds between looks at the forming candle.</param>
internal readonly record struct RunSchedule(TimeOnly From, TimeOnly To, TimeOnly? SquareOff, int Every)
{
    public const string WindowAllowed = "two times of a day such as 09:20-15:00, the first before the second";
    public const string TimeAllowed = "a time of day such as 15:10, or none";
    public const int EveryMost = 3_600;

    private const string Form = "HH:mm";

    public static RunSchedule Always { get; } = new(TimeOnly.MinValue, TimeOnly.MaxValue, null, 1);

    public bool MayOpen(TimeOnly now) => now >= From && now < To && !IsOver(now);

    /// <summary>Whether its day is over, so that it holds nothing any more.</summary>
    public bool IsOver(TimeOnly now) => SquareOff is { } end && now >= end;

    public static bool TryParseWindow(string text, out TimeOnly from, out TimeOnly to)
    {
        (from, to) = (TimeOnly.MinValue, TimeOnly.MaxValue);
        if (text == "always") return true;
        var cut = text.IndexOf('-', StringComparison.Ordinal);
        return cut > 0 && TryParseTime(text[..cut], out from) && TryParseTime(text[(cut + 1)..], out to) && from < to;
    }

    public static bool TryParseTime(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    public string WindowText => From == TimeOnly.MinValue && To == TimeOnly.MaxValue
        ? "always"
        : $"{TextOf(From)}-{TextOf(To)}";

    public string SquareOffText => SquareOff is { } end ? TextOf(end) : "none";

    private static string TextOf(TimeOnly time) => time.ToString(Form, CultureInfo.InvariantCulture);
}
