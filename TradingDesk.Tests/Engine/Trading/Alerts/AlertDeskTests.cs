using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Alerts;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Observation.Alerts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Determinism;
using TradingDesk.Tests.Engine.Trading.Runs;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Trading.Alerts;

/// <summary>Alerts on the running desk: they fire once, are armed again by command, and a start knows them as they were.</summary>
public sealed class AlertDeskTests
{
    private readonly TradingUnderTest _desk = new();

    [Fact]
    public void A_price_that_passes_its_level_fires_once_until_it_is_armed_again()
    {
        var added = Add("price of RELIANCE above 1005");
        Tick(1_005);
        var early = Fired(_desk);

        Tick(1_005.05m);
        Tick(1_000);
        Tick(1_010);

        Assert.Equal((FactKind.AlertAdded, 0), (added.Kind, early.Count));
        var fired = Assert.Single(Fired(_desk)).Alert;
        Assert.Equal((1, AlertState.Fired, AlertUnit.Price, Price.FromRupees(1_005.05m).Scaled, Price.FromRupees(1_005.05m)),
            (fired.Number, fired.State, fired.Unit, fired.Amount, fired.Price));
        Tick(1_000);
        Assert.Equal(AlertState.Armed, _desk.Ask(new RearmAlert(1)).Alert.State);
        Tick(1_010);
        Assert.Equal(2, Fired(_desk).Count);
    }

    [Fact]
    public void What_is_true_already_says_so_and_fires_only_after_it_was_false_once()
    {
        var added = Add("price of RELIANCE above 900");
        Tick(1_010);

        Tick(890);
        var ready = Assert.Single(_desk.Facts, fact => fact.Kind == FactKind.AlertReady);
        Tick(910);

        Assert.Equal((AlertState.Waiting, AlertSide.Above), (added.Alert.State, added.Alert.From));
        Assert.Equal(AlertState.Armed, ready.Alert.State);
        Assert.Equal(Price.FromRupees(910).Scaled, Assert.Single(Fired(_desk)).Alert.Amount);
    }

    [Fact]
    public void A_rule_armed_again_while_it_is_true_waits_like_a_new_one()
    {
        Add("price of RELIANCE above 1005");
        Tick(1_010);

        var rearmed = _desk.Ask(new RearmAlert(1));
        Tick(1_020);

        Assert.Equal((FactKind.AlertRearmed, AlertState.Waiting), (rearmed.Kind, rearmed.Alert.State));
        Assert.Single(Fired(_desk));
    }

    [Fact]
    public void A_crossing_fires_from_either_side_and_touching_is_not_crossing()
    {
        Add("price of RELIANCE crosses 1005");
        foreach (var rupees in (decimal[])[1_005, 1_000, 1_005]) Tick(rupees);
        var before = Fired(_desk).Count;

        Tick(1_006);
        _desk.Ask(new RearmAlert(1));
        Tick(1_004);

        Assert.Equal((0, 2), (before, Fired(_desk).Count));
    }

    [Theory]
    [InlineData("nonsense", nameof(RefusalCode.AlertNotAllowed))]
    [InlineData("price of NOBODY above 5", nameof(RefusalCode.InstrumentUnknown))]
    [InlineData("day P&L of PAPER-9 below 5", nameof(RefusalCode.AccountUnknown))]
    [InlineData("RSI:14 of RELIANCE on 1m above 70", nameof(RefusalCode.AlertColumnUnknown))]
    [InlineData("RSI:14 of RELIANCE on 7m above 70", nameof(RefusalCode.AlertTimeframeUnknown))]
    [InlineData("run 1 is halted", nameof(RefusalCode.RunUnknown))]
    [InlineData("price of 1:2885 above 5.0", nameof(RefusalCode.AlertTwice))]
    public void What_cannot_be_watched_is_refused(string rule, string code)
    {
        Add("price of RELIANCE above 5");

        var refused = Add(rule);

        Assert.Equal((FactKind.CommandRefused, code), (refused.Kind, refused.Refusal.ToString()));
        Assert.Single(_desk.Book.Alerts.Alerts);
    }

    [Fact]
    public void A_desk_has_its_number_of_alerts_and_what_goes_makes_room()
    {
        for (var number = 1; number <= Limits.AlertsMost; number++) Add($"price of RELIANCE above {5_000 + number}");

        var tooMany = Add("price of RELIANCE above 9000").Refusal;
        var removed = _desk.Ask(new RemoveAlert(7)).Kind;
        var added = Add("price of RELIANCE above 9000");

        Assert.Equal((RefusalCode.TooManyAlerts, FactKind.AlertRemoved), (tooMany, removed));
        Assert.Equal(Limits.AlertsMost + 1, added.Alert.Number);
        Assert.Equal(RefusalCode.AlertUnknown, _desk.Ask(new RemoveAlert(7)).Refusal);
        Assert.Equal(RefusalCode.AlertUnknown, _desk.Ask(new RearmAlert(7)).Refusal);
        Assert.Equal(RefusalCode.AlertNotFired, _desk.Ask(new RearmAlert(8)).Refusal);
        Tick(8_000);
        Assert.Equal(Limits.AlertsMost - 1, Fired(_desk).Count);
    }

    [Fact]
    public void A_key_that_comes_again_adds_nothing()
    {
        _desk.Ask(new AddAlert("price of RELIANCE above 5000"), "mine", account: "");

        var again = _desk.Ask(new AddAlert("price of RELIANCE above 5000"), "mine", account: "");

        Assert.Equal(FactKind.AnsweredBefore, again.Kind);
        Assert.Single(_desk.Book.Alerts.Alerts);
    }

    [Fact]
    public void The_result_of_the_day_is_looked_at_each_second_after_charges()
    {
        Add("day P&L of PAPER-1 below -500");
        Add("total P&L of PAPER-1 below -500");
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 100), 1_000);
        Tick(996);
        _desk.Pass(1_000);
        var early = Fired(_desk).Count;

        Tick(995);
        _desk.Pass(1_000);

        Assert.Equal(0, early);
        Assert.Equal([1, 2], Fired(_desk).Select(fact => fact.Alert.Number));
        var net = -Money.FromRupees(500) - _desk.Levels().ChargesToday;
        Assert.True(_desk.Levels().ChargesToday.Scaled > 0);
        Assert.All(Fired(_desk), fact => Assert.Equal(net.Scaled, fact.Alert.Amount));
    }

    [Fact]
    public void A_drawdown_counts_from_the_days_peak_and_a_start_knows_the_peak()
    {
        Add("drawdown of PAPER-1 above 1000");
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 100), 1_000);
        Tick(1_020);
        _desk.Pass(1_000);
        Tick(1_011);
        _desk.Pass(1_000);

        var next = new TradingUnderTest(_desk.Journal, _desk.Now.PlusSeconds(5));
        next.Tick(TradingUnderTest.Share, 1_011_00);
        next.Pass(1_000);
        var early = Fired(next).Count;
        next.Tick(TradingUnderTest.Share, 1_009_00);
        next.Pass(1_000);

        Assert.Empty(Fired(_desk));
        Assert.Equal(0, early);
        Assert.InRange(Assert.Single(Fired(next)).Alert.Amount, Money.FromRupees(1_085).Scaled, Money.FromRupees(1_100).Scaled);
    }

    [Fact]
    public void Refused_orders_are_counted_within_the_time_and_across_a_start()
    {
        Add("3 refusals of PAPER-1 within 60 seconds");
        Refuse();
        _desk.Pass(58_000);
        Refuse();
        _desk.Pass(3_000);
        Refuse();
        _desk.Pass(1_000);
        var early = Fired(_desk).Count;

        var next = new TradingUnderTest(_desk.Journal, _desk.Now.PlusSeconds(1));
        next.Pass(1_000);
        var after = Fired(next).Count;
        next.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 0));
        next.Pass(1_000);

        Assert.Equal((0, 0), (early, after));
        Assert.Equal(3, Assert.Single(Fired(next)).Alert.Amount);
    }

    [Fact]
    public void A_feed_that_falls_silent_in_its_session_is_told_and_a_start_is_no_silence()
    {
        Add("feed of RELIANCE older than 30 seconds");
        Seconds(_desk, 29);
        var early = Fired(_desk).Count;

        Seconds(_desk, 1);

        Assert.Equal(0, early);
        Assert.Equal(30, Assert.Single(Fired(_desk)).Alert.Amount);
        var next = new TradingUnderTest(_desk.Journal, _desk.Now.PlusSeconds(1_000));
        Assert.Equal(AlertState.Armed, next.Ask(new RearmAlert(1)).Alert.State);
        Seconds(next, 30);
        Assert.Empty(Fired(next));
        Seconds(next, 2);
        Assert.Single(Fired(next));
    }

    [Fact]
    public void A_feed_is_not_late_when_its_session_is_over()
    {
        var desk = new TradingUnderTest(TestPlans.Close.PlusSeconds(-10));
        desk.Ask(new AddAlert("feed of RELIANCE older than 15 seconds"));

        Seconds(desk, 60);

        Assert.Empty(Fired(desk));
    }

    [Fact]
    public void A_runs_state_is_watched()
    {
        var runs = new RunUnderTest();
        var run = runs.Declared();
        var added = runs.Desk.Ask(new AddAlert("run 1 is stopped"), account: "");
        Seconds(runs.Desk, 1);
        var early = Fired(runs.Desk).Count;

        runs.Ask(run, RunAction.Start);
        runs.Ask(run, RunAction.Stop);
        Seconds(runs.Desk, 1);

        Assert.Equal((FactKind.AlertAdded, 0), (added.Kind, early));
        Assert.Equal((AlertUnit.RunState, (long)RunState.Stopped), (Fired(runs.Desk)[0].Alert.Unit, Fired(runs.Desk)[0].Alert.Amount));
        Assert.Equal("stopped", Shown(runs.Desk)[0].Value);
    }

    [Fact]
    public void What_became_true_while_the_desk_was_down_fires_at_the_first_look_after_the_start()
    {
        Add("price of RELIANCE above 1005");
        Add("price of RELIANCE crosses 1005");
        Add("price of RELIANCE above 900");
        Add("price of RELIANCE below 1002");

        var next = new TradingUnderTest(_desk.Journal, _desk.Now.PlusSeconds(60));
        var before = Fired(next).Count;
        next.Tick(TradingUnderTest.Share, 1_010_00);

        Assert.Equal(0, before);
        Assert.Equal([1, 2], Fired(next).Select(fact => fact.Alert.Number));
        Assert.Equal(AlertState.Waiting, next.Book.Alerts.Find(3)!.State);
    }

    [Fact]
    public void A_start_holds_what_the_journal_adds_up_to()
    {
        Add("price of RELIANCE above 1005");
        Add("drawdown of PAPER-1 above 1000");
        Add("price of RELIANCE below 10");
        Tick(1_010);
        Refuse();
        _desk.Ask(new RemoveAlert(3));
        _desk.Pass(1_000);

        var next = new TradingUnderTest(_desk.Journal, _desk.Now);

        Assert.Equal("", BookPrint.Difference(BookPrint.Of(_desk.Book), BookPrint.Of(next.Book)));
        Assert.Equal(["1 Fired", "2 Armed"], Shown(next).Select(view => $"{view.Number} {view.State}"));
        Assert.Equal("1,010.00", Shown(next)[0].FiredValue);
    }

    [Fact]
    public void Pages_are_shown_every_alert_with_what_it_saw_and_who_wants_it()
    {
        var sampler = new AlertSampler(_desk.Board.Alerts);
        Add("price of reliance above 1005");
        Add("day P&L of PAPER-1 below -500");
        var first = sampler.Sample();

        Tick(1_003.5m);
        var second = sampler.Sample();
        Tick(1_006);

        Assert.Equal(("price of NSE:RELIANCE above 1005.00", "test", AlertState.Armed), (first[0].Rule, first[0].By, first[0].State));
        Assert.Equal(("1,003.50", ""), (second[0].Value, second[0].FiredValue));
        Assert.Same(first[1], second[1]);
        var third = sampler.Sample();
        Assert.Equal((AlertState.Fired, "1,006.00", _desk.Now), (third[0].State, third[0].FiredValue, third[0].FiredAt));
        Assert.Same(third, sampler.Sample());
        _desk.Ask(new RemoveAlert(1));
        Assert.Same(second[1], Assert.Single(sampler.Sample()));
    }

    private DeskFact Add(string rule) => _desk.Ask(new AddAlert(rule), account: "");

    private void Tick(decimal rupees) => _desk.Tick(TradingUnderTest.Share, (long)(rupees * 100));

    private void Refuse() => Assert.Equal(FactKind.IntentDenied, _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 0)).Kind);

    private static void Seconds(TradingUnderTest desk, int seconds)
    {
        for (var second = 0; second < seconds; second++) desk.Pass(1_000);
    }

    private static List<DeskFact> Fired(TradingUnderTest desk) => [.. desk.Facts.Where(fact => fact.Kind == FactKind.AlertFired)];

    private static IReadOnlyList<AlertView> Shown(TradingUnderTest desk) => new AlertSampler(desk.Board.Alerts).Sample();
}
