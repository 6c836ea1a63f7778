using Microsoft.Extensions.DependencyInjection;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Log;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Tests.Web.Pages;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Log;

namespace TradingDesk.Tests.Web.Trading;

/// <summary>The tab Log in each of its states, following the journal and reading nothing twice.</summary>
public sealed class LogPanelTests : DeskPageContext
{
    private readonly List<LogLine> _lines = [];
    private readonly List<LogQuery> _asked = [];
    private long _older;

    public LogPanelTests()
    {
        Provider.GetRequiredService<ChosenAccount>().Choose("PAPER-1");
        Desk.Current = Desk.Current with { Accounts = [FakeAccounts.Account(), FakeAccounts.Account("PAPER-2", 1)] };
        Desk.Log = Read;
    }

    [Fact]
    public void A_line_says_when_what_which_order_and_by_whom()
    {
        _lines.Add(Line(7, "accepted", "Passed every check: BUY 650.") with
        {
            Order = new OrderId(12, 1),
            Instrument = new InstrumentId(FakeDeskView.FutureIndex),
            By = "asha",
        });

        var panel = Render<LogPanel>();

        Assert.Equal("10:00:00 Allowed NIFTY26JANFUT NFO Passed every check: BUY 650. by asha 12.1 asha",
            panel.Find("[data-seq='7']").Words);
        Assert.Equal("orders/12", panel.Find("[data-seq='7'] a").GetAttribute("href"));
        Assert.Equal(new AccountId(0), _asked.Single().Account);
    }

    [Fact]
    public void A_refusal_is_seen_with_its_sentence()
    {
        _lines.Add(Line(7, "denied", "Not enough cash.", LogTopic.Refusal));

        var panel = Render<LogPanel>();

        Assert.Equal("Not enough cash.", panel.Find("[data-seq='7'] .log-what .tone-bad").Words);
        Assert.Equal("Refused by the desk", panel.Find("[data-seq='7'] .badge").Words);
    }

    [Fact]
    public void It_follows_the_journal_and_asks_only_for_what_is_new()
    {
        _lines.Add(Line(7));
        var panel = Render<LogPanel>();
        Ticker.Turn();
        Assert.Single(_asked);

        _lines.Insert(0, Line(8));
        Write();

        panel.WaitForAssertion(() => Assert.Equal(["8", "7"], Shown(panel)));
        Assert.Equal(7, _asked[^1].After);
    }

    [Fact]
    public void More_than_a_page_of_news_is_shown_without_a_hole()
    {
        _lines.Add(Line(7));
        var panel = Render<LogPanel>();
        _lines.Insert(0, Line(500));
        _older = 400;

        Write();

        panel.WaitForAssertion(() => Assert.Equal(["500"], Shown(panel)));
        Assert.Contains("Older", panel.Find(".table-foot").Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Older_lines_come_behind_when_they_are_asked_for()
    {
        _lines.AddRange([Line(9), Line(8)]);
        _older = 8;
        var panel = Render<LogPanel>();
        (_older, var rest) = (0, Line(3));
        _lines.Add(rest);

        panel.Find(".table-foot button").Click();

        Assert.Equal(["9", "8", "3"], Shown(panel));
        Assert.Equal(8, _asked[^1].Before);
        Assert.Empty(panel.FindAll(".table-foot"));
    }

    [Fact]
    public void A_topic_is_asked_of_the_desk_and_one_without_lines_says_so()
    {
        _lines.Add(Line(7));
        var panel = Render<LogPanel>();

        panel.FindAll(".segment").Single(segment => segment.Words == "Refused").Click();

        Assert.Equal([LogTopic.Refusal], _asked[^1].Topics);
        Assert.Equal("filtered", panel.Find(".empty-state").GetAttribute("data-kind"));
        panel.Find(".empty-state button").Click();
        Assert.Equal(["7"], Shown(panel));
    }

    [Fact]
    public void Loading_empty_and_failed_are_three_things()
    {
        var waited = new TaskCompletionSource<LogPage>();
        Desk.Log = _ => waited.Task;
        var panel = Render<LogPanel>();
        Assert.Equal("loading", panel.Find(".empty-state").GetAttribute("data-kind"));

        waited.SetException(new IOException("The journal cannot be read: it is locked."));
        panel.WaitForAssertion(() => Assert.Contains("it is locked", panel.Find("[data-kind=error]").Words, StringComparison.Ordinal));
        Desk.Log = Read;
        panel.Find("button:not(.segment)").Click();

        Assert.Equal("empty", panel.Find(".empty-state").GetAttribute("data-kind"));
    }

    [Fact]
    public void Lines_stay_when_a_later_reading_fails_and_say_that_they_are_old()
    {
        _lines.Add(Line(7));
        var panel = Render<LogPanel>();
        Desk.Log = _ => Task.FromException<LogPage>(new IOException("The journal cannot be read: it is locked."));

        Write();

        panel.WaitForAssertion(() => Assert.Contains("of before", panel.Find("[role=status]").Words, StringComparison.Ordinal));
        Assert.Equal(["7"], Shown(panel));
    }

    [Fact]
    public void A_journal_in_trouble_is_said_above_the_lines()
    {
        _lines.Add(Line(7));
        Desk.Current = Desk.Current with { JournalTrouble = "The disk is full: exits and cancels only." };

        var panel = Render<LogPanel>();

        Assert.Equal("Lines may be missing. The disk is full: exits and cancels only.", panel.Find("[role=status]").Words);
        Assert.Equal(["7"], Shown(panel));
    }

    [Fact]
    public void Another_account_is_another_log()
    {
        _lines.Add(Line(7));
        var panel = Render<LogPanel>();
        _lines.Clear();

        Provider.GetRequiredService<ChosenAccount>().Choose("PAPER-2");
        Desk.Current = Desk.Current with { Number = 2 };
        Ticker.Turn();

        panel.WaitForAssertion(() => Assert.Equal("empty", panel.Find(".empty-state").GetAttribute("data-kind")));
        Assert.Equal(new AccountId(1), _asked[^1].Account);
    }

    private static LogLine Line(long seq, string kind = "traded", string sentence = "Traded.", LogTopic topic = LogTopic.Order) =>
        new(seq, FakeDeskView.Morning, topic, kind, sentence) { Account = "PAPER-1", By = "venue" };

    private static IEnumerable<string?> Shown(RenderedComponent<LogPanel> panel) =>
        panel.FindAll("[data-seq]").Select(row => row.GetAttribute("data-seq"));

    private Task<LogPage> Read(LogQuery query)
    {
        _asked.Add(query);
        LogLine[] found =
        [
            .. _lines.Where(line =>
                line.Seq > query.After && line.Seq < query.Before && (query.Topics.Count == 0 || query.Topics.Contains(line.Topic))),
        ];
        return Task.FromResult(new LogPage(found, found.Length == 0 ? 0 : found[0].Seq, _older));
    }

    /// <summary>The journal has more rows, and the panel's pause is over.</summary>
    private void Write()
    {
        var (health, journal) = (Desk.Current.Health, Desk.Current.Health.Journal);
        Time.Advance(TimeSpan.FromSeconds(3));
        Desk.Current = Desk.Current with { Health = health with { Journal = journal with { Written = journal.Written + 1 } } };
        Ticker.Turn();
    }
}
