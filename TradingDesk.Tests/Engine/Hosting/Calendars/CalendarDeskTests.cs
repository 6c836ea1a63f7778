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

        var answer = desk.Add(Closed(), new Principal("asha", 0));

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
    [InlineData("holiday", "", "“What” cannot be 'holiday': it is closed, regular or session.")]
    [InlineData("session", "open 9 to 5",
        "“Phases” cannot be read. Write them in the order of the day, one or two of them open, "
        + "such as pre-open 17:45-18:00; open 18:00-19:00.")]
    [InlineData("closed", "open 09:15-15:30", "“Phases” must be empty on a day without hours of its own.")]
    public void A_draft_that_says_nothing_a_day_can_have_is_refused_by_its_field(string kind, string phases, string sentence)
    {
        var desk = Desk(TradingCalendar.BuiltIn(), out var book);

        var answer = desk.Add(Closed() with { Kind = kind, Phases = phases }, new Principal("asha", 0));

        Assert.Equal((false, sentence), (answer.IsKept, answer.Sentence));
        Assert.Empty(book.Added);
        Assert.Empty(_commands);
    }

    [Fact]
    public void A_draft_s_problem_names_the_form_s_field_and_what_may_stand_there()
    {
        var desk = Desk(TradingCalendar.BuiltIn(), out _);
        var evening = Closed() with { Kind = "session", Phases = "pre-open 17:45-18:00, open 18:00-19:00" };

        Assert.Equal(new DraftProblem(DraftField.From, "“From”: 20 Nov 2026 is over. Choose today or a later day."),
            desk.Review(Closed() with { From = new DateOnly(2026, 11, 20) }));
        Assert.Equal(new DraftProblem(DraftField.To, "“To” is before “From”. Choose 23 Nov 2026 or a later day."),
            desk.Review(Closed() with { To = new DateOnly(2026, 11, 22) }));
        Assert.Equal(new DraftProblem(DraftField.To, "“To” is too far from “From”. Choose 24 Dec 2026 or an earlier day."),
            desk.Review(Closed() with { To = new DateOnly(2026, 12, 25) }));
        Assert.Equal(DraftField.Phases, desk.Review(evening)?.Field);
        Assert.Equal(
            new DraftProblem(DraftField.Remark,
                "“Why” has a comma or a line break, which the calendar's file cannot hold. Leave it out."),
            desk.Review(Closed() with { Remark = "closed, late" }));
        Assert.Null(desk.Review(Closed() with { To = new DateOnly(2026, 12, 24) }));
        Assert.Null(desk.Review(evening with { Phases = "pre-open 17:45-18:00; open 18:00-19:00" }));
    }

    [Fact]
    public void What_is_only_empty_yet_is_missing_and_not_wrong()
    {
        var desk = Desk(TradingCalendar.BuiltIn(), out var book);

        DraftProblem?[] problems =
        [
            desk.Review(Closed() with { Hours = [] }), desk.Review(Closed() with { Kind = "session" }),
            desk.Review(Closed() with { Source = " " }),
        ];

        Assert.Equal([DraftField.Hours, DraftField.Phases, DraftField.Source], problems.Select(problem => problem!.Field));
        Assert.All(problems, problem => Assert.True(problem!.IsMissing));
        Assert.False(desk.Add(Closed() with { Source = " " }, new Principal("asha", 0)).IsKept);
        Assert.Empty(book.Added);
    }

    [Fact]
    public void A_line_that_a_kill_cut_was_never_kept_and_the_next_goes_in_its_place()
    {
        Desk(TradingCalendar.BuiltIn(), out _).Add(Closed(), new Principal("asha", 0));
        File.AppendAllText(_folder.File("calendar.csv"), "closed,2026-11-2");

        var desk = Desk(TradingCalendar.BuiltIn(), out var book);
        var found = book.Added.Count;
        desk.Add(Closed() with { From = new DateOnly(2026, 11, 25), To = new DateOnly(2026, 11, 25) }, new Principal("ravi", 0));

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

        var answer = desk.Add(Closed(), new Principal("asha", 0));

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
        return new CalendarDesk(book, TestPlans.File(calendar, 1, 60), board, OpenGate.To(Take), _time);
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
