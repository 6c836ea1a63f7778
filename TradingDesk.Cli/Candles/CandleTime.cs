using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Candles;

/// <summary>Reads the time of a candle: epoch seconds, or ISO 8601 with a zone or in India's time without one.</summary>
internal static class CandleTime
{
    public const string Needed = "an ISO 8601 time (India's without a zone) or whole seconds since 1970, between the years 1973 and 2100,";

    /// <summary>1973 to 2100: a spreadsheet's day number, minutes or milliseconds fall outside.</summary>
    private const long SecondsLeast = 100_000_000;

    private const long SecondsMost = 4_102_444_800;

    private static readonly TimeSpan _indiaOffset = TimeSpan.FromSeconds(Instant.IndiaOffsetSeconds);

    private static readonly string[] _withoutZone =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFFF",
    ];

    /// <summary>K stands for Z or an offset with a colon; zzz also reads one without.</summary>
    private static readonly string[] _withZone =
    [
        .. _withoutZone.Skip(1).SelectMany(form => new[] { form + "K", form + "zzz", form + " zzz" }),
    ];

    public static bool TryParse(ReadOnlySpan<char> text, out Instant time)
    {
        time = default;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            time = IsBelievable(seconds) ? Instant.FromUnixSeconds(seconds) : default;
            return IsBelievable(seconds);
        }

        if (DateTime.TryParseExact(text, _withoutZone, CultureInfo.InvariantCulture, DateTimeStyles.None, out var india))
            return TryTake(new DateTimeOffset(india, _indiaOffset), out time);
        return DateTimeOffset.TryParseExact(text, _withZone, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            && TryTake(moment, out time);
    }

    private static bool TryTake(DateTimeOffset moment, out Instant time)
    {
        time = default;
        if (!IsBelievable(moment.ToUnixTimeSeconds())) return false;
        time = Instant.From(moment);
        return true;
    }

    private static bool IsBelievable(long seconds) => seconds is >= SecondsLeast and <= SecondsMost;
}
