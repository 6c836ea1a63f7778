using System.Globalization;
using TradingDesk.Cli.Calendars;
using TradingDesk.Cli.CommandLine;
using TradingDesk.Engine.Feeds;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.Calendars;
using TradingDesk.Engine.Hosting.Settings;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Observation.Days;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Verbs;

/// <summary>Prints a day of an exchange by the dated calendar: its phases, its candles, and how sure all that is.</summary>
internal sealed class CalendarVerb(Func<SettingSources> sources, TimeProvider time) : IVerb
{
    private static readonly string[] _exchanges = ["NSE", "BSE"];

    public VerbDescription Description { get; } = new("calendar", "Prints an exchange's day: phases, square-off, candles, source.",
    [
        new("--exchange", "NAME", "NSE or BSE") { Default = "NSE" },
        new("--instrument", "NAME", "the hours of this instrument alone, such as NSE:RELIANCE or 1:2885"),
        new("--holidays", "YEAR", "the holidays and special sessions of a year instead of a day"),
        new("--data", "DIR", "the data folder with an administrator's calendar.csv; otherwise that of the settings"),
        VerbOption.Json,
    ])
    {
        Word = "DATE",
        IsWordOptional = true,
        Remarks = """
            DATE is a day in India such as 2026-08-04; today when it is left out. Times are India's. A phase ends before the time it
            ends at. Candles are of continuous trading; the last of a timeframe may be short.

            Reads the calendar this program was built with and what administrators added in the data folder.

            Leaves 1 when the calendar does not know the day: the hours printed are then a plain day's.
            """,
    };

    public int Run(Arguments arguments, Terminal terminal, CancellationToken cancelled)
    {
        if (ReadWhose(arguments, out var hours) is { Length: > 0 } nobody) return terminal.Fail(ExitCodes.BadInput, nobody);
        if (ReadBook(arguments, out var book) is { Length: > 0 } unread) return terminal.Fail(ExitCodes.BadInput, unread);
        if (arguments.Has("--holidays")) return SayYear(arguments, terminal, new CalendarReading(book!.Exchange, hours));
        return ReadDate(arguments.Word) is { } date
            ? SayDay(arguments, terminal, new CalendarReading(book!.Exchange, hours), date)
            : terminal.Fail(ExitCodes.BadInput, $"calendar: {Echo.Of(arguments.Word)} is no day; a day such as 2026-08-04 is needed.");
    }

    private static int SayDay(Arguments arguments, Terminal terminal, CalendarReading reading, DateOnly date)
    {
        var days = reading.DayOf(date);
        if (arguments.Has("--json")) terminal.Say(CalendarJson.Day(reading, days, date));
        else terminal.Say(DayText.Of(reading, days, date));
        return days.All(part => part.Day.IsKnown) ? ExitCodes.Good : ExitCodes.Wrong;
    }

    private static int SayYear(Arguments arguments, Terminal terminal, CalendarReading reading)
    {
        var cell = arguments["--holidays"];
        if (arguments.Word.Length > 0)
            return terminal.Fail(ExitCodes.BadInput, $"calendar: {Echo.Of(arguments.Word)} and --holidays do not go together.");
        if (!int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1990 or > 2199)
            return terminal.Fail(ExitCodes.BadInput, $"calendar: --holidays needs a year such as 2026, not {Echo.Of(cell)}.");
        var days = reading.SpecialDaysOf(year);
        if (arguments.Has("--json")) terminal.Say(CalendarJson.Year(reading, days, year));
        else terminal.Say(YearText.Of(reading, days, year));
        return reading.Knows(year) ? ExitCodes.Good : ExitCodes.Wrong;
    }

    private DateOnly? ReadDate(string word)
    {
        if (word.Length == 0) return Instant.From(time.GetUtcNow()).IndiaDate;
        return DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year is >= 1990 and <= 2199 ? date : null;
    }

    /// <summary>Whose hours are meant: all parts of an exchange, or an instrument's own.</summary>
    private static string ReadWhose(Arguments arguments, out IReadOnlyList<TradingHours> hours)
    {
        hours = [];
        if (arguments.Has("--instrument"))
        {
            if (arguments.Has("--exchange")) return "calendar: --instrument says the exchange already; leave --exchange out.";
            var match = new InstrumentTable(ListedInstruments.Read().Instruments).Find(arguments["--instrument"]);
            if (match.Found is not { } found) return $"calendar: --instrument: {match.Problem}";
            hours = [found.Hours];
            return "";
        }

        var name = arguments["--exchange"].ToUpperInvariant();
        if (!_exchanges.Contains(name)) return $"calendar: --exchange: {Echo.Of(name)} stands there; allowed are NSE and BSE.";
        var exchange = name == "NSE" ? Exchange.Nse : Exchange.Bse;
        hours = [.. DayViews.Shown.Select(part => new TradingHours(exchange, part))];
        return "";
    }

    private string ReadBook(Arguments arguments, out CalendarBook? book)
    {
        book = null;
        var folder = arguments["--data"];
        if (folder.Length == 0)
        {
            if (!DeskSettings.TryRead(sources(), out var settings, out var errors)) return string.Join('\n', errors);
            folder = settings!.DataFolder;
        }
        else if (!Directory.Exists(folder))
        {
            return $"The folder {folder} does not exist.";
        }

        book = CalendarBook.TryRead(folder, out var refusal);
        return refusal;
    }
}
