using Microsoft.Extensions.DependencyInjection;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Web.Live.Health;
using TradingDesk.Web.Pages.Health;

namespace TradingDesk.Tests.Web.Pages;

/// <summary>The page of health says what was measured and how that stands, in words, and nothing of what was not.</summary>
public sealed class HealthPageTests : DeskPageContext
{
    private string _auditTrouble = "";

    public HealthPageTests()
    {
        Services.AddSingleton(new MachineMeter(new DiskMeter(Path.GetTempPath(), Time), Time));
        Services.AddSingleton(new AuditSign(() => _auditTrouble));
    }

    [Fact]
    public void Before_the_first_measurement_it_waits()
    {
        var page = Render<HealthPage>();

        Assert.Equal("loading", page.Find(".empty-state").GetAttribute("data-kind"));
    }

    [Fact]
    public void A_well_desk_shows_each_group_with_standings_in_words()
    {
        var page = Measured();

        string[] groups = ["Ages and latencies", "Queues", "Feed", "Stores", "Machine"];
        Assert.Equal(groups, page.FindAll(".health-panel h2").Select(head => head.TextContent));
        Assert.Equal("ok Inbox 3 / 10,000 Inputs that wait for the engine.", Line(page, "Inbox"));
        Assert.Equal("ok Machine's clock in step It was not moved since the desk started.", Line(page, "Machine's clock"));
    }

    [Theory]
    [InlineData(4_999, "ok")]
    [InlineData(5_000, "degraded")]
    [InlineData(9_000, "down")]
    public void A_queue_that_fills_is_told_before_it_is_full(int waiting, string word)
    {
        Change(health => health with { Line = health.Line with { Inbox = waiting } });

        Assert.StartsWith($"{word} Inbox", Line(Measured(), "Inbox"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_engine_that_stands_still_is_down_and_heads_the_page()
    {
        var page = Measured();
        Time.Advance(TimeSpan.FromSeconds(5));
        Measure();

        page.WaitForAssertion(() => Assert.StartsWith("down Engine clock", Line(page, "Engine clock"), StringComparison.Ordinal));
        Assert.Equal("down", page.Find(".health-whole").GetAttribute("data-standing"));
        Assert.Contains("Engine clock down", page.Find(".health-whole").Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_that_failed_is_down_with_its_reason()
    {
        Change(health => health with { Journal = new PartState(PartHealth.Failed, "The disk is full.", 12, 400, 0) });

        Assert.Equal("down Journal 400 waiting The disk is full. 12 written since the start.", Line(Measured(), "Journal"));
    }

    [Fact]
    public void What_a_store_lost_is_never_well()
    {
        Change(health => health with { CandleStore = new PartState(PartHealth.Well, "Writing.", 12, 0, 7) });

        Assert.Equal("degraded Candles 0 waiting Writing. 12 written since the start. 7 lost.", Line(Measured(), "Candles"));
    }

    [Fact]
    public void A_broken_audit_is_down()
    {
        _auditTrouble = "Line 7 of the audit is not what was written.";

        Assert.Contains(_auditTrouble, Line(Measured(), "People and audit"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_clock_that_was_moved_is_a_doubt()
    {
        Change(health => health with { Clock = ClockDoubt.Of(TimeSpan.FromHours(2)) });

        Assert.StartsWith("degraded Machine's clock moved", Line(Measured(), "Machine's clock"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_disk_that_has_not_answered_is_unknown_not_well()
    {
        Assert.StartsWith("unknown Disk", Line(Measured(), "Disk"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_desk_without_a_feed_speaks_of_no_ticks()
    {
        Desk.Current = Desk.Current with { Market = Desk.Current.Market with { HasFeed = false } };

        var page = Measured();

        Assert.DoesNotContain(page.FindAll(".health-line"), line => line.Words.Contains("Newest tick", StringComparison.Ordinal));
        Assert.StartsWith("ok Feed none", Line(page, "Feed none"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_market_owes_no_tick()
    {
        Desk.Current = Desk.Current with { Market = Desk.Current.Market with { Phase = MarketPhase.Closed } };

        Assert.StartsWith("ok Newest tick", Line(Measured(), "Newest tick"), StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_to_commands_are_timed_only_once_there_was_one()
    {
        var before = Measured().FindAll(".health-line").Select(line => line.Words);
        Provider.GetRequiredService<AnswerTimes>().Note(TimeSpan.FromMilliseconds(700));
        Provider.GetRequiredService<AnswerTimes>().Note(TimeSpan.FromMilliseconds(12));

        var after = Line(Measured(), "Commands about money");

        Assert.DoesNotContain(before, line => line.Contains("Commands about money", StringComparison.Ordinal));
        Assert.StartsWith("degraded Commands about money 12 ms", after, StringComparison.Ordinal);
        Assert.EndsWith("the slowest of the last 2 took 700 ms.", after, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_minutes_are_drawn_once_there_are_two_points()
    {
        var page = Measured();
        Assert.Null(page.TryFind(".health-rest svg"));

        Time.Advance(TimeSpan.FromSeconds(5));
        Measure();

        page.WaitForAssertion(() => Assert.Equal(7, page.FindAll(".health-rest svg").Count));
    }

    [Fact]
    public void The_build_is_named()
    {
        var build = Measured().Find(".health-build").Words;

        Assert.Contains($"Version {BuildFacts.Version}", build, StringComparison.Ordinal);
        Assert.Contains("Running for", build, StringComparison.Ordinal);
    }

    private static string Line(RenderedComponent<HealthPage> page, string name) =>
        page.FindAll(".health-line").Select(line => line.Words).Single(
            words => words[(words.IndexOf(' ', StringComparison.Ordinal) + 1)..].StartsWith($"{name} ", StringComparison.Ordinal));

    private RenderedComponent<HealthPage> Measured()
    {
        Measure();
        return Render<HealthPage>();
    }

    private void Measure()
    {
        Provider.GetRequiredService<HealthWatch>().Look();
        Desk.Current = Desk.Current with { Number = Desk.Current.Number + 1 };
        Ticker.Turn();
    }

    private void Change(Func<DeskHealth, DeskHealth> change) => Desk.Current = Desk.Current with { Health = change(Desk.Current.Health) };
}
