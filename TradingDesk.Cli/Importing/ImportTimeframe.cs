using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Importing;

/// <summary>Tells the span of a file's candles from their times: every span between two rows is a multiple of it.</summary>
internal static class ImportTimeframe
{
    private const string Needed = "only seconds and minutes are imported, for the desk builds the longer candles from them";

    /// <summary>Reads what was asked for; a sentence when it is neither seconds nor minutes.</summary>
    public static string TryRead(string text, out Timeframe timeframe) =>
        Timeframe.TryParse(text, out timeframe) && (timeframe == Timeframe.Second || timeframe == Timeframe.Minute)
            ? "" : $"--timeframe {CommandLine.Echo.Of(text)} cannot be: {Needed}; write 1 or 60.";

    /// <summary>The span of the rows; a sentence when they look like candles of another.</summary>
    public static string Of(ImportText text, out Timeframe timeframe)
    {
        timeframe = Timeframe.Minute;
        if (FromName(text.Name) is { } named)
        {
            timeframe = named;
            return named == Timeframe.Second || named == Timeframe.Minute ? "" : Refuse(text.Name, named);
        }

        var span = 0L;
        var last = new Dictionary<string, Instant>(StringComparer.Ordinal);
        foreach (var row in text.Rows)
        {
            var isOnMinute = row.Label.UnixSeconds % Timeframe.Minute.Seconds == 0;
            if (!isOnMinute) span = Divisor(span, row.Label.UnixSeconds % Timeframe.Minute.Seconds);
            if (last.TryGetValue(row.Symbol, out var before)) span = Divisor(span, Math.Abs(row.Label.UnixSeconds - before.UnixSeconds));
            last[row.Symbol] = row.Label;
        }

        if (span == 0 || span == Timeframe.Minute.Seconds) return "";
        timeframe = Timeframe.Second;
        return span == 1 ? "" : Refuse(text.Name, new Timeframe((int)Math.Min(span, Timeframe.Day.Seconds)));
    }

    private static string Refuse(string name, Timeframe timeframe) => string.Create(CultureInfo.InvariantCulture,
        $"{name}: these look like candles of {(timeframe.IsDay ? "days" : $"{timeframe.Label}")}; {Needed}. --timeframe says otherwise.");

    /// <summary>`1-2885-60.csv` as `candles` writes it.</summary>
    private static Timeframe? FromName(string name)
    {
        var parts = Path.GetFileNameWithoutExtension(name).Split('-');
        var isOurs = parts.Length == 3 && parts[0].All(char.IsAsciiDigit) && parts[1].All(char.IsAsciiDigit);
        return isOurs && Timeframe.TryParse(parts[2], out var timeframe) ? timeframe : null;
    }

    private static long Divisor(long one, long other) => other == 0 ? one : Divisor(other, one % other);
}
