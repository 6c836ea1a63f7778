using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Importing;

/// <summary>Tells the span of a file's candles from the steps between their times: what most rows do counts, for a few stand by
/// themselves, such as one of the pre-open or a closing price.</summary>
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

        var steps = StepsOf(text);
        var all = steps.Values.Sum();
        var minute = Timeframe.Minute.Seconds;
        var ofMinutes = steps.Where(step => step.Key % minute == 0).ToArray();
        if (ofMinutes.Sum(step => step.Value) * 2 > all)
        {
            var common = ofMinutes.MaxBy(step => step.Value);
            var span = common.Value * 2 > all ? common.Key : ofMinutes.Select(step => step.Key).Aggregate(Divisor);
            return span == minute ? "" : Refuse(text.Name, span);
        }

        if (all == 0 && text.Rows.All(row => row.Label.UnixSeconds % minute == 0)) return "";
        timeframe = Timeframe.Second;
        var least = steps.Keys.Aggregate(0L, Divisor);
        return least <= 1 ? "" : Refuse(text.Name, least);
    }

    /// <summary>How often each step occurs between a row and the one before it of the same instrument.</summary>
    private static Dictionary<long, long> StepsOf(ImportText text)
    {
        var steps = new Dictionary<long, long>();
        var last = new Dictionary<string, Instant>(StringComparer.Ordinal);
        foreach (var row in text.Rows)
        {
            if (last.TryGetValue(row.Symbol, out var before) && before != row.Label)
            {
                var step = Math.Abs(row.Label.UnixSeconds - before.UnixSeconds);
                steps[step] = steps.GetValueOrDefault(step) + 1;
            }

            last[row.Symbol] = row.Label;
        }

        return steps;
    }

    private static string Refuse(string name, long span) =>
        Refuse(name, new Timeframe((int)Math.Min(span, Timeframe.Day.Seconds)));

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
