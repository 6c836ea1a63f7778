using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Risk;
using TradingDesk.Tests.Engine.Trading;
using TradingDesk.Tests.Engine.Trading.Runs;

namespace TradingDesk.Tests.Engine.Risk;

/// <summary>What a loss does: entries end, exits go on, and only time or a person lifts it.</summary>
public sealed class LossLimitsTests
{
    private static readonly string _share = TradingUnderTest.Plan.Instruments[TradingUnderTest.Share].Key;
    private static readonly RunId _run = new(1);

    private readonly TradingUnderTest _desk = new(strategies: [WaywardStrategy.Description]);

    private RiskScope Account => _desk.Book.Risks.Of(new AccountId(0));

    [Fact]
    public void An_account_begins_with_limits_that_follow_its_cash_until_a_person_sets_others()
    {
        var opened = Account.Limits!;
        _desk.Ask(new MoveCash(Money.FromRupees(10_00_000), "more"));
        var paidIn = Account.Limits!;
        _desk.Ask(new SetLimits(RunId.None, "day-loss=500", "careful"));
        _desk.Ask(new MoveCash(Money.FromRupees(10_00_000), "more"));

        Assert.True(opened.IsWhole);
        Assert.Equal((Money.FromRupees(2_00_000), Money.FromRupees(4_00_000)), (opened.DayLoss, paidIn.DayLoss));
        Assert.Equal((Money.FromRupees(500), "test", "careful"), (Account.Limits!.DayLoss, Account.SetBy, Account.SetBecause));
    }

    [Fact]
    public void A_days_loss_after_charges_holds_the_account_by_the_clock_cancels_entries_and_leaves_exits()
    {
        _desk.Ask(new SetLimits(RunId.None, "day-loss=500", "careful"));
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 50), 1_000);
        var waiting = Working(TradingUnderTest.Buy(TradingUnderTest.Share, 5, OrderType.Limit, 980));
        var target = Working(TradingUnderTest.Sell(TradingUnderTest.Share, 5, OrderType.Limit, 1_010));
        var loss = Money.FromRupees(500) - _desk.Book.Accounts[0].Charges;
        var fall = (loss.Scaled / 50 / 500) + 1;

        _desk.Tick(TradingUnderTest.Share, 1_00_000 - ((fall - 1) * 5));
        _desk.Pass(1_000);
        var before = Account.State;
        _desk.Tick(TradingUnderTest.Share, 1_00_000 - (fall * 5));
        _desk.Pass(1_000);
        var entry = _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 1));
        var exit = _desk.Ask(new ExitPosition(_share, Product.Mis));

        Assert.Equal((RiskState.Active, RiskState.ReduceOnly, RefusalCode.DayLossReached), (before, Account.State, Account.Why));
        Assert.True(Account.Lost >= Money.FromRupees(500), $"{Account.Lost}");
        Assert.Equal(PendingCommand.CancelSending, waiting.Pending);
        Assert.Equal(RefusalCode.DayLossReached, entry.Refusal);
        Assert.Equal(FactKind.IntentAccepted, exit.Kind);
        Assert.Equal(PendingCommand.CancelSending, target.Pending);
    }

    [Fact]
    public void The_gate_looks_after_losses_itself_before_the_second_is_over()
    {
        _desk.Ask(new SetLimits(RunId.None, "day-loss=500", "careful"));
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 50), 1_000);
        _desk.Tick(TradingUnderTest.Share, 98_000);

        var entry = _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 1));

        Assert.Equal((RefusalCode.DayLossReached, RiskState.ReduceOnly), (entry.Refusal, Account.State));
    }

    [Fact]
    public void What_is_held_by_a_loss_may_still_be_made_smaller_by_an_order_of_ones_own()
    {
        _desk.Ask(new SetLimits(RunId.None, "day-loss=500", "careful"));
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 50), 1_000);
        _desk.Tick(TradingUnderTest.Share, 98_000);
        _desk.Pass(1_000);

        var less = _desk.Ask(TradingUnderTest.Sell(TradingUnderTest.Share, 50, OrderType.Limit, 990));
        var turn = _desk.Ask(TradingUnderTest.Sell(TradingUnderTest.Share, 1, OrderType.Limit, 991));
        _desk.Pass(3_000);

        Assert.Equal((FactKind.IntentAccepted, RefusalCode.DayLossReached), (less.Kind, turn.Refusal));
        Assert.Equal(PendingCommand.None, _desk.Order(less).Pending);
    }

    [Fact]
    public void A_days_loss_is_lifted_by_the_next_day()
    {
        _desk.Ask(new SetLimits(RunId.None, "day-loss=500", "careful"));
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 50) with { Product = Product.Cnc }, 1_000);
        _desk.Tick(TradingUnderTest.Share, 98_000);
        _desk.Pass(1_000);
        var held = Account.State;

        _desk.Pass(24 * 3_600_000);
        _desk.Tick(TradingUnderTest.Share, 98_000);
        _desk.Pass(1_000);

        Assert.Equal((RiskState.ReduceOnly, RiskState.Active), (held, Account.State));
        Assert.Equal(FactKind.IntentAccepted, _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 1)).Kind);
    }

    [Fact]
    public void A_drawdown_counts_from_the_highest_worth_survives_a_start_and_is_lifted_by_a_person_alone()
    {
        _desk.Ask(new SetLimits(RunId.None, "drawdown=1000 day-loss=100000", "careful"));
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 100) with { Product = Product.Cnc }, 1_000);
        _desk.Tick(TradingUnderTest.Share, 1_02_000);
        _desk.Pass(1_000);
        var peak = Account.Peak;

        var again = new TradingUnderTest(_desk.Journal, _desk.Now.PlusSeconds(10));
        var scope = again.Book.Risks.Of(new AccountId(0));
        var kept = scope.Peak;
        again.Tick(TradingUnderTest.Share, 1_00_900);
        again.Pass(1_000);
        var held = scope.State;
        again.Pass(24 * 3_600_000);
        again.Tick(TradingUnderTest.Share, 1_00_900);
        again.Pass(1_000);
        var nextDay = again.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 1), "next");
        var silent = again.Ask(new SetRiskState(RunId.None, RiskState.Active, " "), "silent");
        var lifted = again.Ask(new SetRiskState(RunId.None, RiskState.Active, "looked at it"), "lifted");
        again.Pass(2_000);
        var after = again.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 1), "after");

        Assert.True(peak > Money.FromRupees(10_01_000), $"{peak}");
        Assert.Equal((peak, RiskState.ReduceOnly), (kept, held));
        Assert.Equal((RefusalCode.DrawdownReached, RefusalCode.LimitsNotAllowed), (nextDay.Refusal, silent.Refusal));
        Assert.Equal((FactKind.RiskStateChanged, FactKind.IntentAccepted), (lifted.Kind, after.Kind));
        Assert.Equal(("test", "looked at it"), (scope.StateBy, scope.StateBecause));
    }

    [Fact]
    public void Cash_paid_in_or_out_is_neither_gain_nor_loss()
    {
        _desk.Ask(new SetLimits(RunId.None, "drawdown=1000 day-loss=1000", "careful"));

        _desk.Ask(new MoveCash(Money.FromRupees(-5_00_000), "out"));
        _desk.Pass(1_000);
        _desk.Ask(new MoveCash(Money.FromRupees(7_00_000), "in"));
        _desk.Pass(1_000);

        Assert.Equal((RiskState.Active, Money.FromRupees(12_00_000)), (Account.State, Account.Peak));
    }

    [Fact]
    public void A_runs_loss_halts_the_run_and_not_its_account()
    {
        new RunUnderTest(_desk).Declared();
        _desk.Ask(new SetLimits(_run, RiskFields.ToText(Account.Limits! with { DayLoss = Money.FromRupees(300) }), "a run"));
        Enter(20, _run);
        Fill();
        _desk.Tick(TradingUnderTest.Share, 98_000);
        _desk.Pass(1_000);

        var run = _desk.Book.Risks.Find(new AccountId(0), _run)!;
        var (again, hand) = (Enter(1, _run), Enter(1, RunId.None));
        Fill();
        var less = Enter(-20, _run);

        Assert.Equal((RiskState.Halted, RefusalCode.DayLossReached), (run.State, run.Why));
        Assert.Equal([RefusalCode.DayLossReached, RefusalCode.None, RefusalCode.DayLossReached], [again, hand, less]);
        Assert.Equal(FactKind.IntentAccepted, _desk.Ask(new ExitPosition(_share, Product.Mis, _run)).Kind);
    }

    [Fact]
    public void A_runs_next_day_begins_at_what_it_has_made_in_all()
    {
        new RunUnderTest(_desk).Declared();
        _desk.Ask(new SetLimits(_run, RiskFields.ToText(Account.Limits!), "a run"));
        Enter(20, _run, Product.Cnc);
        Fill();
        _desk.Tick(TradingUnderTest.Share, 98_000);
        var net = -400 - _desk.Book.Accounts[0].Charges.Rupees;

        _desk.Pass(24 * 3_600_000);

        var run = _desk.Book.Risks.Find(new AccountId(0), _run)!;
        Assert.Equal(net, run.DayStart.Rupees);
        Assert.Equal(-_desk.Book.Accounts[0].Charges.Rupees, run.Closed.Rupees);
    }

    [Fact]
    public void A_person_holds_an_account_and_lets_it_trade_again()
    {
        _desk.Ask(new SetRiskState(RunId.None, RiskState.Halted, "going out"));
        var held = _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 1));
        _desk.Ask(new SetRiskState(RunId.None, RiskState.Active, "back"));
        var free = _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 1));

        Assert.Equal((RefusalCode.RiskHeld, FactKind.IntentAccepted), (held.Refusal, free.Kind));
    }

    [Fact]
    public void A_limit_that_cannot_be_read_changes_nothing()
    {
        var before = Account.Limits;

        var bad = _desk.Ask(new SetLimits(RunId.None, "day-loss=much", "careful"));
        var silent = _desk.Ask(new SetLimits(RunId.None, "day-loss=5", ""));
        var nobody = _desk.Ask(new SetLimits(_run, "day-loss=5", "careful"));

        Assert.Equal((RefusalCode.LimitsNotAllowed, RefusalCode.LimitsNotAllowed), (bad.Refusal, silent.Refusal));
        Assert.Equal(RefusalCode.RunUnknown, nobody.Refusal);
        Assert.Same(before, Account.Limits);
    }

    private Order Working(PlaceOrder wanted)
    {
        var order = _desk.Order(_desk.Ask(wanted));
        _desk.Work(order);
        return order;
    }

    private void Fill()
    {
        foreach (var order in _desk.Book.Orders.Open.ToArray()) _desk.Fill(order, order.Remaining.Units, 1_000);
    }

    private RefusalCode Enter(long signed, RunId run, Product product = Product.Mis)
    {
        var terms = new OrderTerms
        {
            Side = signed > 0 ? Side.Buy : Side.Sell,
            Product = product,
            Type = OrderType.Market,
            Validity = Validity.Day,
            Quantity = new Quantity(Math.Abs(signed)),
        };
        var submitted = new SubmittedCommand(0, "run", TradingUnderTest.Account, "", new CancelAll());
        var share = TradingUnderTest.Plan.Instruments[TradingUnderTest.Share];
        return _desk.Orders.Intents.Submit(submitted, _desk.Book.Accounts[0], share, new IntentTerms { Whole = terms, Run = run });
    }
}
