using System.Globalization;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Hosting.Calendars;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Observation.Days;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Hosting.Calendars;

/// <summary>An administrator's entries: judged, kept with name and moment, in force.</summary>
public sealed class CalendarDeskTests : IDisposable
{
    private static readonly DateOnly _monday = new(2026, 11, 23);

    private readonly TempFolder _folder = new();
    private readonly FixedTime _time = new(India("2026-11-21T12:00:00"));
    private readonly List<SubmittedCommand> _commands = [];

    [Fact]
    public void An_entry_is_kept_with_its_writer_and_given_to_the_running_desk()
    {
        var desk = Desk(TradingCalendar.BuiltIn(), out var book);

        var answer = desk.Add(Closed(), "asha");

        Assert.True(answer.IsKept);
        Assert.Equal("asha", Assert.Single(_commands).Principal);
        Assert.False(book.Exchange.DayOf(TestCalendars.Stocks, _monday).IsTrading);
        var again = CalendarBook.TryRead(_folder.Path, out _)!;
        var kept = Assert.Single(again.Added);
        Assert.Equal(("asha", "2026-11-21T12:00:00+05:30"), (kept.By, kept.Noted));
        Assert.Equal(("circular 12/2026", "late closure"), (kept.Source, kept.Remark));
        Assert.False(again.Exchange.DayOf(TestCalendars.Stocks, _monday).IsTrading);
        Assert.Equal("23 Nov 2026: NSE Other stocks, Stocks with F&O: closed", kept.View().Sentence);
    }

    [Theory]
    [InlineData("holiday", "", "column kind: 'holiday' stands there; allowed is closed, regular, session.")]
    [InlineData("session", "", "column phases: '' stands there; allowed is " + DayPhases.Allowed + ".")]
    [InlineData("closed", "open 09:15-15:30", "column phases: 'open 09:15-15:30' stands there; allowed is nothing.")]
    public void A_draft_that_says_nothing_a_day_can_have_is_refused_by_its_column(string kind, string phases, string sentence)
    {
        var desk = Desk(TradingCalendar.BuiltIn(), out var book);

        var answer = desk.Add(Closed() with { Kind = kind, Phases = phases }, "asha");

        Assert.Equal((false, sentence), (answer.IsKept, answer.Sentence));
        Assert.Empty(book.Added);
        Assert.Empty(_commands);
    }

    [Fact]
    public void A_comma_or_a_day_that_is_over_is_refused()
    {
        var desk = Desk(TradingCalendar.BuiltIn(), out _);

        Assert.Contains("a comma", desk.Review(Closed() with { Remark = "closed, late" }), StringComparison.Ordinal);
        Assert.Contains("from today on", desk.Review(Closed() with { From = new DateOnly(2026, 11, 20) }), StringComparison.Ordinal);
        Assert.Equal("", desk.Review(Closed()));
    }

    [Fact]
    public void A_line_that_a_kill_cut_was_never_kept_and_the_next_goes_in_its_place()
    {
        Desk(TradingCalendar.BuiltIn(), out _).Add(Closed(), "asha");
        File.AppendAllText(_folder.File("calendar.csv"), "closed,2026-11-2");

        var desk = Desk(TradingCalendar.BuiltIn(), out var book);
        var found = book.Added.Count;
        desk.Add(Closed() with { From = new DateOnly(2026, 11, 25), To = new DateOnly(2026, 11, 25) }, "ravi");

        Assert.Equal(1, found);
        Assert.Equal(["asha", "ravi"], CalendarBook.TryRead(_folder.Path, out _)!.Added.Select(entry => entry.By));
    }

    [Fact]
    public void A_file_that_somebody_spoiled_is_refused_with_its_line()
    {
        File.WriteAllText(_folder.File("calendar.csv"), $"{CalendarFile.Header}\nclosed,sometime,,NSE,stocks,,confirmed,c,n,,o\n");

        var book = CalendarBook.TryRead(_folder.Path, out var refusal);

        Assert.Null(book);
        Assert.EndsWith(
            "line 2, column from: 'sometime' stands there; allowed is a day such as 2026-11-24.", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Around_the_clock_an_entry_is_kept_and_the_answer_says_that_the_desk_does_not_use_it()
    {
        var desk = Desk(TradingCalendar.AlwaysOpen, out _);

        var answer = desk.Add(Closed(), "asha");

        Assert.Equal("Kept. This desk's market is around the clock and does not use it.", answer.Sentence);
        Assert.Empty(_commands);
    }

    public void Dispose() => _folder.Dispose();

    private static CalendarDraft Closed() =>
        new("closed", _monday, _monday, "NSE", ["stocks", "fno-stocks"], "", "confirmed", "circular 12/2026", "late closure");

    private CalendarDesk Desk(TradingCalendar calendar, out CalendarBook book)
    {
        book = CalendarBook.TryRead(_folder.Path, out _)!;
        var board = new LevelBoard(1) { Calendar = calendar };
        return new CalendarDesk(book, TestPlans.File(calendar, 1, 60), board, new CommandGate(Take), _time);
    }

    private bool Take(SubmittedCommand command)
    {
        _commands.Add(command);
        return true;
    }

    private static Instant India(string text) => Instant.From(DateTimeOffset.Parse(text + "+05:30", CultureInfo.InvariantCulture));

    /// <summary>A clock that stands.</summary>
    private sealed class FixedTime(Instant now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToIndia();
    }
}
