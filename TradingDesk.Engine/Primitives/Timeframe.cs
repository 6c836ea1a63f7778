using System.Globalization;

namespace TradingDesk.Engine.Primitives;

/// <summary>A candle's span: 1 to 59 seconds dividing a minute, whole minutes below a day, or the day's session.</summary>
public readonly record struct Timeframe(int Seconds) : IComparable<Timeframe>
{
    public const string Allowed = "1 to 59 seconds dividing 60, whole minutes up to a session, or day";

    public static readonly Timeframe Second = new(1);
    public static readonly Timeframe Minute = new(60);
    public static readonly Timeframe Day = new(86_400);

    public bool IsDay => Seconds == Day.Seconds;

    /// <summary>Reads `60`, `5m`, `1h`, `1d` or `day`.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Timeframe timeframe)
    {
        timeframe = default;
        text = text.Trim();
        if (text.IsEmpty) return false;
        if (text.Equals("day", StringComparison.OrdinalIgnoreCase) || text.Equals("1d", StringComparison.OrdinalIgnoreCase))
        {
            timeframe = Day;
            return true;
        }

        var unit = char.ToLowerInvariant(text[^1]) switch { 's' => -1, 'm' => 60, 'h' => 3_600, _ => 0 };
        var digits = unit == 0 ? text : text[..^1];
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return false;
        if (count is < 1 or > 86_400) return false;
        var seconds = (long)count * Math.Max(unit, 1);
        if (seconds > Day.Seconds || !new Timeframe((int)seconds).IsAllowed) return false;
        timeframe = new Timeframe((int)seconds);
        return true;
    }

    /// <summary>Whether it is one of those that <see cref="Allowed"/> names; a session's length is asked elsewhere.</summary>
    public bool IsAllowed => Seconds switch
    {
        < 1 or > 86_400 => false,
        < 60 => 60 % Seconds == 0,
        _ => Seconds % 60 == 0,
    };

    /// <summary>As traders write it: 5s, 15m, 1h, 1D.</summary>
    public string Label => Seconds switch
    {
        86_400 => "1D",
        < 60 => string.Create(CultureInfo.InvariantCulture, $"{Seconds}s"),
        _ when Seconds % 3_600 == 0 => string.Create(CultureInfo.InvariantCulture, $"{Seconds / 3_600}h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Seconds / 60}m"),
    };

    public int CompareTo(Timeframe other) => Seconds.CompareTo(other.Seconds);

    public static bool operator <(Timeframe left, Timeframe right) => left.Seconds < right.Seconds;

    public static bool operator >(Timeframe left, Timeframe right) => left.Seconds > right.Seconds;

    public static bool operator <=(Timeframe left, Timeframe right) => left.Seconds <= right.Seconds;

    public static bool operator >=(Timeframe left, Timeframe right) => left.Seconds >= right.Seconds;

    /// <summary>The seconds, or `day`: the form settings, files and the command line use.</summary>
    public override string ToString() => IsDay ? "day" : Seconds.ToString(CultureInfo.InvariantCulture);
}
