using Microsoft.Extensions.DependencyInjection;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Hosting.People;
using TradingDesk.Engine.Observation.Log;
using TradingDesk.Engine.People;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Engine.Hosting.People;
using TradingDesk.Tests.Support;
using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Web.Pages.Audit;

namespace TradingDesk.Tests.Web.Pages;

/// <summary>The audit page in each of its states: the people's record and the journal's deeds as one list, for administrators.</summary>
public sealed class AuditPageTests : DeskPageContext
{
    private readonly PeopleUnderTest _people = new();
    private readonly List<LogLine> _deeds = [];
    private readonly List<LogQuery> _asked = [];
    private long _older;

    public AuditPageTests()
    {
        Services.AddSingleton(_people.Desk);
        Time.Now = _people.Time.Now;
        Desk.Log = Read;
    }

    [Fact]
    public void People_and_orders_stand_in_one_list_by_time()
    {
        _people.Pass(TimeSpan.FromHours(2));
        _people.SignIn();
        _deeds.Add(Deed(9, 60));

        var page = Render<AuditPage>();

        Assert.Equal(["people-2", "journal-9", "people-1"], Lines(page));
        Assert.Contains("owner", page.Find("[data-line=people-2] .audit-by").Words, StringComparison.Ordinal);
        Assert.True(_asked[0].OnlyDeeds);
    }

    [Fact]
    public void A_change_tells_who_of_what_before_and_after()
    {
        _deeds.Add(Deed(9, 60) with
        {
            Asked = "changing an order",
            Before = "100 at ₹10.00",
            After = "50 at ₹12.00",
            Order = new OrderId(3, 1),
            Instrument = new InstrumentId(FakeDeskView.RelianceIndex),
            Sentence = "A change is claimed.",
        });

        var row = Render<AuditPage>().Find("[data-line=journal-9]");

        Assert.Equal("10:30:00 asha changing an order PAPER-1 3.1 RELIANCE NSE 100 at ₹10.00 before: 100 at ₹10.00"
            + " 50 at ₹12.00. A change is claimed.", row.Words);
    }

    [Fact]
    public void A_grant_tells_what_was_before_and_after()
    {
        _people.Join("ravi", Roles.Trader, "PAPER-1");
        var ravi = _people.PersonOf("ravi");
        Assert.True(_people.Desk.Persons.Change(
            _people.Owner, ravi.Id, Roles.Viewer, ["PAPER-1"], isActive: true, PeopleUnderTest.Home).IsDone);

        var row = Render<AuditPage>().FindAll("[data-kind=People]")[0].Words;

        Assert.Contains("owner person changed ravi", row, StringComparison.Ordinal);
        Assert.Contains("trader", row, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("viewer", row, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Kind_and_person_are_asked_of_both_records()
    {
        _people.SignIn(password: "not the right one");
        _deeds.AddRange([Deed(9, 60) with { Topic = LogTopic.Refusal }, Deed(8, 59), Deed(7, 58) with { By = "ravi" }]);
        var page = Render<AuditPage>();

        Choose(page, "Refused");
        var refused = Lines(page);
        Choose(page, "Orders");
        var orders = Lines(page);
        page.Find(".audit-person select").Change("ravi");

        Assert.Equal(["journal-9", "people-2"], refused);
        Assert.Equal(["journal-8", "journal-7"], orders);
        Assert.Equal(["journal-7"], Lines(page));
        Assert.Equal("ravi", _asked[^1].By);
    }

    [Fact]
    public void Nothing_of_a_kind_says_so_and_shows_all_again()
    {
        var page = Render<AuditPage>();

        Choose(page, "Strategies");

        Assert.Equal("filtered", page.Find(".empty-state").GetAttribute("data-kind"));
        page.Find(".empty-state button").Click();
        Assert.Equal(["people-1"], Lines(page));
    }

    [Fact]
    public void Older_lines_come_page_by_page_without_a_hole_or_a_line_twice()
    {
        for (var time = 0; time < 130; time++) _people.SignIn();
        for (var seq = 1; seq <= 5; seq++) _deeds.Insert(0, Deed(seq, -60));
        var page = Render<AuditPage>();
        Assert.Equal(AuditTrail.PageLines, Lines(page).Count);

        page.Find(".table-foot button").Click();

        var lines = Lines(page);
        Assert.Equal(136, lines.Count);
        Assert.Equal(136, lines.Distinct().Count());
        Assert.Equal("journal-1", lines[^1]);
        Assert.Empty(page.FindAll(".table-foot"));
    }

    [Fact]
    public void A_line_whose_place_is_not_known_yet_waits_for_the_lines_before_it()
    {
        _deeds.Add(Deed(9, 60));
        _older = 9;

        var page = Render<AuditPage>();

        Assert.Equal(["journal-9"], Lines(page));
        (_older, var early) = (0, Deed(3, 30));
        _deeds.Add(early);
        page.Find(".table-foot button").Click();
        Assert.Equal(["journal-9", "journal-3", "people-1"], Lines(page));
    }

    [Fact]
    public void A_journal_that_cannot_be_read_is_said_and_can_be_tried_again()
    {
        Desk.Log = _ => Task.FromException<LogPage>(new IOException("The journal cannot be read: it is locked."));
        var page = Render<AuditPage>();
        Assert.Contains("it is locked", page.Find("[data-kind=error]").Words, StringComparison.Ordinal);
        Desk.Log = Read;

        page.Find(".empty-state button").Click();

        Assert.Equal(["people-1"], Lines(page));
    }

    [Fact]
    public void Reading_is_said_until_it_is_done()
    {
        var waited = new TaskCompletionSource<LogPage>();
        Desk.Log = _ => waited.Task;
        var page = Render<AuditPage>();
        Assert.Equal("loading", page.Find(".empty-state").GetAttribute("data-kind"));

        waited.SetResult(LogPage.Empty);

        page.WaitForAssertion(() => Assert.Equal(["people-1"], Lines(page)));
    }

    [Fact]
    public void Whoever_is_no_administrator_any_more_sees_no_line_at_the_next_reading()
    {
        var page = Render<AuditPage>();
        Sitter = Sitter! with { Person = Sitter.Person with { Roles = Roles.Trader } };

        page.Find("button.newest").Click();

        Assert.Empty(Lines(page));
        Assert.Contains("no administrator any more", page.Find("[data-kind=error]").Words, StringComparison.Ordinal);
    }

    [Fact]
    public void The_record_is_proven_whole_when_asked()
    {
        var page = Render<AuditPage>();

        page.Find("button.check").Click();

        Assert.Contains("Every line", page.Find(".verdict").Words, StringComparison.Ordinal);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) _people.Dispose();
    }

    private static LogLine Deed(long seq, int minutes) => new(seq,
        Instant.From(new DateTimeOffset(2026, 1, 5, 4, 0, 0, TimeSpan.Zero).AddMinutes(minutes)), LogTopic.Order, "accepted", "Passed.")
    {
        Account = "PAPER-1",
        By = "asha",
        Asked = "placing an order",
    };

    private static void Choose(RenderedComponent<AuditPage> page, string kind) =>
        page.FindAll(".segment").Single(segment => segment.Words == kind).Click();

    private static List<string?> Lines(RenderedComponent<AuditPage> page) =>
        [.. page.FindAll("[data-line]").Select(row => row.GetAttribute("data-line"))];

    private Task<LogPage> Read(LogQuery query)
    {
        _asked.Add(query);
        LogLine[] found =
        [
            .. _deeds.Where(line => line.Seq < query.Before && (query.By.Length == 0 || query.By == line.By)
                && (query.Topics.Count == 0 || query.Topics.Contains(line.Topic))),
        ];
        return Task.FromResult(new LogPage(found, found.Length == 0 ? 0 : found[0].Seq, _older));
    }
}
