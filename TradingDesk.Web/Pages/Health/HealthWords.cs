using System.Globalization;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Live.Health;

namespace TradingDesk.Web.Pages.Health;

/// <summary>How the page of health writes standings, times and sizes.</summary>
internal static class HealthWords
{
    private const decimal Kilo = 1_024;

    private static readonly string[] _units = ["B", "KB", "MB", "GB", "TB"];

    public static string Of(HealthStanding standing) => standing switch
    {
        HealthStanding.Ok => "ok",
        HealthStanding.Degraded => "degraded",
        HealthStanding.Down => "down",
        _ => "unknown",
    };

    public static Tone ToneOf(HealthStanding standing) => standing switch
    {
        HealthStanding.Ok => Tone.Up,
        HealthStanding.Degraded => Tone.Warn,
        HealthStanding.Down => Tone.Bad,
        _ => Tone.Neutral,
    };

    public static HealthStanding StandingOf(PartHealth health) => health switch
    {
        PartHealth.Well => HealthStanding.Ok,
        PartHealth.Struggling => HealthStanding.Degraded,
        PartHealth.Failed => HealthStanding.Down,
        _ => HealthStanding.Unknown,
    };

    public static string Milliseconds(TimeSpan time) => $"{IndianNumbers.Plain((decimal)time.TotalMilliseconds, 0)} ms";

    public static string Seconds(TimeSpan time) => $"{IndianNumbers.Plain((decimal)time.TotalSeconds, 1)} s";

    /// <summary>With one place from a kilobyte on, counted in steps of 1,024.</summary>
    public static string Size(long bytes)
    {
        var (size, unit) = ((decimal)bytes, 0);
        for (; size >= Kilo && unit < _units.Length - 1; unit++) size /= Kilo;
        return $"{IndianNumbers.Plain(size, unit == 0 ? 0 : 1)} {_units[unit]}";
    }

    public static string Percent(decimal? share) => share is { } known ? $"{IndianNumbers.Plain(known, 1)}%" : IndianNumbers.Nothing;

    public static string Span(TimeSpan time) => time.TotalDays >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalDays} d {time.Hours} h {time.Minutes} min")
        : string.Create(CultureInfo.InvariantCulture, $"{time.Hours} h {time.Minutes} min {time.Seconds} s");
}
