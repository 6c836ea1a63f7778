using System.Globalization;
using System.Text;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line;

/// <summary>Everything a run is decided by before its first input: carried by `Started`, so a tape can be re-run from itself.</summary>
internal sealed record DeskPlan
{
    /// <summary>The version that wrote it; a re-run by another says so.</summary>
    public required string Build { get; init; }

    /// <summary>Whose market it is: `simulated`, `market` or `file`; candles of two worlds never share a store.</summary>
    public required string World { get; init; }

    /// <summary>The world whose prices nobody traded at.</summary>
    public const string Simulated = "simulated";

    /// <summary>The world of real prices.</summary>
    public const string Market = "market";

    public required TradingCalendar Calendar { get; init; }

    /// <summary>How long after a second's end the clock closes it: 1,000 ms on a live feed, 0 where the newest tick is the clock.</summary>
    public required int ClosingLagMilliseconds { get; init; }

    /// <summary>True where time is posted without pause, so that a step of over two seconds proves the desk was away; false for
    /// files.</summary>
    public required bool SilenceMeansAway { get; init; }

    /// <summary>Ascending, without duplicates, the minute always among them.</summary>
    public required IReadOnlyList<Timeframe> Timeframes { get; init; }

    /// <summary>The indicator lists such as `SMA:9,EMA:21; 5m=RSI:14`.</summary>
    public required string Indicators { get; init; }

    /// <summary>The version of the indicator lists; each change raises it by one.</summary>
    public int IndicatorVersion { get; init; } = 1;

    public required InstrumentTable Instruments { get; init; }

    /// <summary>The outbox as set: it decides how many timeframes the desk can be asked for, so a re-run must have the same.</summary>
    public int FactsCapacity { get; init; } = Limits.FactsDefault;

    /// <summary>What makes its orders' tags its own.</summary>
    public TagKey TagKey { get; init; } = TagKey.Plain;

    /// <summary>The number of its run in the journal; 0 without one.</summary>
    public int Run { get; init; }

    private const string InstrumentsMark = "instruments\n";
    private const string CalendarMark = "calendar-entries\n";

    /// <summary>The span of the longest plain session of its instruments: no candle below the day is longer.</summary>
    public long SessionSecondsMost =>
        Instruments.All.Select(instrument => instrument.Hours).Distinct().Select(Calendar.SessionSecondsMost).DefaultIfEmpty().Max();

    /// <summary>Lines of `name value`, then one line per instrument: what the tape keeps.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"build {Build}\nworld {World}\ncalendar {Calendar.Name}\n");
        text.Append(CultureInfo.InvariantCulture, $"closing-lag-ms {ClosingLagMilliseconds}\n");
        text.Append(CultureInfo.InvariantCulture, $"facts-capacity {FactsCapacity}\n");
        text.Append(CultureInfo.InvariantCulture, $"silence-means-away {SilenceMeansAway}\n");
        text.Append(CultureInfo.InvariantCulture, $"timeframes {string.Join(',', Timeframes)}\n");
        text.Append(CultureInfo.InvariantCulture, $"indicators {Indicators}\n");
        text.Append(CultureInfo.InvariantCulture, $"indicator-version {IndicatorVersion}\n");
        text.Append(CultureInfo.InvariantCulture, $"tag-key {TagKey}\nrun {Run}\n");
        text.Append(InstrumentsMark).Append(Instruments.ToText());
        text.Append(CalendarMark).Append(CalendarFile.Header).Append('\n');
        if (Calendar.IsDated) text.AppendJoin('\n', Calendar.Entries.Select(entry => entry.ToLine()));
        return text.ToString();
    }

    /// <summary>Reads what <see cref="ToText"/> wrote; anything else is a broken tape and throws FormatException.</summary>
    public static DeskPlan Parse(string text)
    {
        try
        {
            return Read(text);
        }
        catch (Exception strange) when (strange is KeyNotFoundException or ArgumentException or OverflowException)
        {
            throw new FormatException($"The plan cannot be read: {strange.Message}", strange);
        }
    }

    private static DeskPlan Read(string text)
    {
        var cut = text.IndexOf(InstrumentsMark, StringComparison.Ordinal);
        var end = text.IndexOf(CalendarMark, StringComparison.Ordinal);
        if (cut < 0 || end < cut) throw new FormatException("The plan has no instruments or no calendar.");
        var fields = text[..cut].Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', 2))
            .ToDictionary(pair => pair[0], pair => pair.Length > 1 ? pair[1] : "");
        return new DeskPlan
        {
            Build = fields["build"],
            World = fields["world"],
            Calendar = CalendarOf(fields["calendar"], text[(end + CalendarMark.Length)..]),
            ClosingLagMilliseconds = int.Parse(fields["closing-lag-ms"], CultureInfo.InvariantCulture),
            FactsCapacity = int.Parse(fields["facts-capacity"], CultureInfo.InvariantCulture),
            SilenceMeansAway = bool.Parse(fields["silence-means-away"]),
            Timeframes = [.. Split(fields["timeframes"]).Select(ParseTimeframe)],
            Indicators = fields["indicators"],
            IndicatorVersion = int.Parse(fields["indicator-version"], CultureInfo.InvariantCulture),
            TagKey = ParseTagKey(fields["tag-key"]),
            Run = int.Parse(fields["run"], CultureInfo.InvariantCulture),
            Instruments = InstrumentTable.Parse(text[(cut + InstrumentsMark.Length)..end]),
        };
    }

    private static TradingCalendar CalendarOf(string name, string entries)
    {
        if (name == TradingCalendar.AlwaysOpen.Name) return TradingCalendar.AlwaysOpen;
        var file = CalendarFile.Parse(entries);
        if (name != TradingCalendar.ExchangeName || file.Problems.Count > 0)
            throw new FormatException($"The plan's calendar {name} cannot be read: {file.Problems.FirstOrDefault("its name is unknown")}");
        return TradingCalendar.Of(file.Entries);
    }

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static TagKey ParseTagKey(string text) =>
        TagKey.TryParse(text, out var key) ? key : throw new FormatException("The plan's tag key cannot be read.");

    private static Timeframe ParseTimeframe(string text) =>
        Timeframe.TryParse(text, out var timeframe) ? timeframe : throw new FormatException($"The plan names the timeframe {text}.");
}
