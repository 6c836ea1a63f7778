using Microsoft.Extensions.DependencyInjection;
using TradingDesk.Engine.Commands.Safety;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Observation.Safety;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;
using TradingDesk.Tests.Support;
using TradingDesk.Tests.Web.Pages;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Desk;
using TradingDesk.Web.Pages.Kill;

namespace TradingDesk.Tests.Web.Trading;

/// <summary>The kill switch says what it will do before, what it has made of everything after, and is let go by a second yes.</summary>
public sealed class KillDialogTests : DeskPageContext
{
    public KillDialogTests()
    {
        JSInterop.Setup("desk.isFresh", true);
        Provider.GetRequiredService<ChosenAccount>().Choose("PAPER-1");
        var stop = FakeAccounts.Order(7, OrderStage.Working) with { Purpose = "stop" };
        var one = FakeAccounts.Account() with
        {
            Positions = [FakeAccounts.Position(65), FakeAccounts.Position(10, FakeDeskView.RelianceIndex, Product.Cnc)],
            Orders = [FakeAccounts.Order(9, OrderStage.Working), FakeAccounts.Order(8, OrderStage.Filled), stop],
        };
        var other = FakeAccounts.Account("PAPER-2", 1) with { Positions = [FakeAccounts.Position(-130)] };
        Desk.Current = Desk.Current with { Accounts = [one, other] };
    }

    [Fact]
    public void It_says_before_what_it_will_withdraw_and_leave()
    {
        var effects = Render<KillDialog>().FindAll(".kill-effects li").Select(effect => effect.Words);

        Assert.Equal(
        [
            "New orders are refused and strategies are halted, through every restart, until a person arms again.",
            "2 open orders withdrawn, stops and targets with them.",
            "2 positions closed by limits a little beyond the last price.",
            "1 holding (CNC) kept.",
        ], effects);
    }

    [Fact]
    public void One_account_and_orders_only_do_less_and_say_so()
    {
        var dialog = Render<KillDialog>();
        dialog.Find("#kill-scope").Change("PAPER-1");

        dialog.FindAll(".segment")[1].Click();

        var effects = dialog.Find(".kill-effects").Words;
        Assert.Contains("1 open order that could bring exposure withdrawn; exits and stops stay.", effects, StringComparison.Ordinal);
        Assert.Contains("1 position left as held.", effects, StringComparison.Ordinal);
        Assert.Equal("Kill PAPER-1", dialog.Find(".kill-button").Words);
    }

    [Fact]
    public void One_press_kills_the_desk_and_leaves_positions()
    {
        var dialog = Render<KillDialog>();
        dialog.Find("#kill-reason").Input(" it trades nonsense ");

        dialog.Find(".kill-dialog form").Submit();

        Assert.Equal("", Assert.Single(Posted).Account);
        Assert.Equal(new KillDesk(KillReach.Positions, "it trades nonsense"), Posted[0].Command);
    }

    [Fact]
    public void A_reason_is_not_waited_for_and_an_account_is_killed_alone()
    {
        var dialog = Render<KillDialog>();
        dialog.Find("#kill-scope").Change("PAPER-2");
        dialog.FindAll(".segment")[1].Click();

        dialog.Find(".kill-dialog form").Submit();

        Assert.Equal("PAPER-2", Assert.Single(Posted).Account);
        Assert.Equal(new KillAccount(KillReach.Orders, "no reason given"), Posted[0].Command);
    }

    [Fact]
    public void A_press_that_came_too_late_kills_nothing_and_says_so()
    {
        JSInterop.Setup("desk.isFresh", false);
        var dialog = Render<KillDialog>();

        dialog.Find(".kill-dialog form").Submit();

        Assert.Empty(Posted);
        Assert.Equal("late", dialog.Find(".answer-line").GetAttribute("data-code"));
    }

    [Fact]
    public void It_works_while_the_engine_gives_no_prices()
    {
        Desk.Current = Desk.Current with { Market = Desk.Current.Market with { HasFeed = false }, JournalTrouble = "Only cancels." };
        var dialog = Render<KillDialog>();

        dialog.Find(".kill-dialog form").Submit();

        Assert.Single(Posted);
    }

    [Fact]
    public void While_it_is_latched_every_page_says_who_when_and_why()
    {
        Show(Kill());

        var banner = Render<TopBar>().Find(".kill-banner").Words;

        Assert.Equal(
            "The desk is killed since 09:59:50 by console: “enough”. Positions are being left. Report and re-arm", banner);
    }

    [Fact]
    public void The_report_says_of_each_position_and_order_whether_it_is_flat_and_why_not()
    {
        Show(Kill());

        var report = Render<KillPanel>();

        Assert.Equal(
            ["NIFTY26JANFUT MIS PAPER-1 +65 not flat Not flat: its market is closed.", "RELIANCE MIS PAPER-1 0 flat Flat."],
            report.FindAll(".killed-position").Select(row => row.Words));
        Assert.Equal("Order 9.1 NIFTY26JANFUT PAPER-1 finished Finished.", report.Find(".killed-order").Words);
    }

    [Fact]
    public void To_arm_again_needs_a_reason_and_a_second_yes()
    {
        Show(Kill() with { Stage = KillStage.Done });
        var panel = Render<KillPanel>();
        Assert.True(panel.Find(".rearm-form .button").HasAttribute("disabled"));
        panel.Find("#rearm-desk").Input("looked at it");
        panel.Find(".rearm-form .button").Click();
        Assert.Empty(Posted);
        Assert.Equal("Entries are taken again from then on. Arm again?", panel.Find(".question").Words);

        panel.Find(".rearm-form .sure").Click();

        Assert.Equal("", Assert.Single(Posted).Account);
        Assert.Equal(new RearmDesk(RearmConsent.Confirmed, "looked at it"), Posted[0].Command);
    }

    [Fact]
    public void What_has_not_ended_is_let_go_only_by_force_and_the_question_says_so()
    {
        Show(Kill() with { Account = "PAPER-1", Scope = KillScope.Account });
        var panel = Render<KillPanel>();
        panel.Find("#rearm-PAPER-1").Input("by hand");
        panel.Find(".rearm-form .button").Click();
        Assert.StartsWith("It has not ended: what is not flat is left to you", panel.Find(".question").Words, StringComparison.Ordinal);

        panel.Find(".rearm-form .sure").Click();

        Assert.Equal("PAPER-1", Assert.Single(Posted).Account);
        Assert.Equal(new RearmAccount(RearmConsent.Forced, "by hand"), Posted[0].Command);
    }

    [Fact]
    public void Nothing_latched_is_said_and_shows_no_banner()
    {
        Assert.Null(Render<TopBar>().TryFind(".kill-banner"));
        Assert.Contains("not latched", Render<KillPanel>().Find(".panel-head").Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Positions_that_were_not_squared_off_are_said_across_every_page()
    {
        Desk.Current = Desk.Current with { SquareOffTrouble = "Not squared off on 2 Jan 2026." };

        Assert.Equal("Not squared off on 2 Jan 2026.", Render<TopBar>().Find(".square-off-trouble").Words);
    }

    private void Show(KillView kill) => Desk.Current = Desk.Current with { Kills = [kill] };

    private static KillView Kill() => new(KillScope.Desk, "", KillReach.Positions, KillStage.Flattening)
    {
        At = FakeDeskView.Morning.PlusSeconds(-10),
        StageAt = FakeDeskView.Morning,
        By = "console",
        Reason = "enough",
        Sentence = "Positions are being left.",
        Orders =
        [
            new KilledOrderView(new OrderId(9, 1), "PAPER-1", new InstrumentId(FakeDeskView.FutureIndex), KillOutcome.Flat, "Finished."),
        ],
        Positions =
        [
            Held(FakeDeskView.FutureIndex, 65, KillOutcome.MarketClosed, "Not flat: its market is closed."),
            Held(FakeDeskView.RelianceIndex, 0, KillOutcome.Flat, "Flat."),
        ],
    };

    private static KilledPositionView Held(int instrument, long units, KillOutcome outcome, string sentence) =>
        new("PAPER-1", new InstrumentId(instrument), Product.Mis, RunId.None, units, outcome, sentence);
}
