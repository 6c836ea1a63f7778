using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Trading;
using TradingDesk.Tests.Engine.Trading;
using TradingDesk.Tests.Engine.Trading.Runs;

namespace TradingDesk.Tests.Engine.Risk;

/// <summary>Each limit lets through what is at it and refuses what is above; exits pass them all.</summary>
public sealed class EntryLimitsTests
{
    private static readonly RunId _run = new(1);
    private static readonly string _share = TradingUnderTest.Plan.Instruments[TradingUnderTest.Share].Key;

    private readonly TradingUnderTest _desk = new(strategies: [WaywardStrategy.Description]);

    public static TheoryData<string, string, string> Limits { get; } = new()
    {
        { "order-value=10000", "order-value=9999.99", nameof(RefusalCode.ValueAboveCap) },
        { "order-units=10", "order-units=9", nameof(RefusalCode.QuantityAboveCap) },
        { "position=10000", "position=9999.99", nameof(RefusalCode.PositionLimit) },
        { "underlying=10000", "underlying=9999.99", nameof(RefusalCode.UnderlyingLimit) },
        { "gross=10000", "gross=9999.99", nameof(RefusalCode.GrossLimit) },
        { "net=10000", "net=9999.99", nameof(RefusalCode.NetLimit) },
        { "products=mis", "products=cnc,nrml", nameof(RefusalCode.ProductNotInLimits) },
        { "window=09:16-15:00", "window=09:30-15:00", nameof(RefusalCode.TimeNotInLimits) },
        { "instruments=1:1,1:2885", "instruments=1:1", nameof(RefusalCode.InstrumentNotInLimits) },
        { "collar=1", "drawdown=none", nameof(RefusalCode.LimitMissing) },
    };

    /// <summary>Ten shares at 1,000 rupees.</summary>
    [Theory, MemberData(nameof(Limits))]
    public void What_is_at_a_limit_passes_and_what_is_above_is_refused(string at, string above, string code)
    {
        var expected = Enum.Parse<RefusalCode>(code);
        var wanted = TradingUnderTest.Buy(TradingUnderTest.Share, 10);

        Set(above);
        var refused = _desk.Ask(wanted);
        Set($"{above[..above.IndexOf('=', StringComparison.Ordinal)]}=none");
        if (expected == RefusalCode.LimitMissing) Set("drawdown=400000");
        Set(at);
        var accepted = _desk.Ask(wanted);

        Assert.Equal((FactKind.IntentDenied, expected), (refused.Kind, refused.Refusal));
        Assert.Equal((FactKind.IntentAccepted, RefusalCode.None), (accepted.Kind, accepted.Refusal));
        Assert.NotEqual("The desk refused.", RefusalSentences.Of(expected));
    }

    [Theory]
    [InlineData(1_010, true)]
    [InlineData(1_010.05, false)]
    [InlineData(990, true)]
    [InlineData(989.95, false)]
    public void A_price_keeps_within_the_collar_round_the_last_one(decimal price, bool isWithin)
    {
        Set("collar=1");

        var limit = _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 1, OrderType.Limit, price));

        Assert.Equal(isWithin ? RefusalCode.None : RefusalCode.OutsideCollar, limit.Refusal);
    }

    [Fact]
    public void A_trigger_keeps_within_the_collar_too()
    {
        Set("collar=1");

        var far = _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 1, OrderType.StopMarket, trigger: 1_011));
        var near = _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 1, OrderType.StopMarket, trigger: 1_009));

        Assert.Equal((RefusalCode.OutsideCollar, RefusalCode.None), (far.Refusal, near.Refusal));
    }

    [Fact]
    public void An_old_price_is_none_for_an_entry_and_no_reason_to_keep_a_position()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 10), 1_000);
        Set("price-age=5");
        _desk.Pass(5_100);

        var entry = _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 1));
        var exit = _desk.Ask(new ExitPosition(_share, Product.Mis));

        Assert.Equal((RefusalCode.PriceTooOld, FactKind.IntentAccepted), (entry.Refusal, exit.Kind));
    }

    [Fact]
    public void Open_orders_and_the_days_entries_are_counted()
    {
        Set("open-orders=2 trades=3");
        var low = TradingUnderTest.Buy(TradingUnderTest.Share, 1, OrderType.Limit, 990);

        var first = _desk.Order(_desk.Ask(low));
        _desk.Ask(low);
        var third = _desk.Ask(low);
        _desk.Work(first);
        _desk.Report(first, new OrderEvent { Kind = OrderEventKind.Seen, Seen = OrderState.Cancelled, Source = EvidenceSource.Stream });
        var fourth = _desk.Ask(low);
        Set("open-orders=100");
        var fifth = _desk.Ask(low);

        Assert.Equal([RefusalCode.OpenOrdersLimit, RefusalCode.None], [third.Refusal, fourth.Refusal]);
        Assert.Equal(RefusalCode.TradesLimit, fifth.Refusal);
    }

    [Fact]
    public void The_next_day_has_entries_of_its_own()
    {
        Set("trades=1");
        _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 1));
        _desk.Pass(24 * 3_600_000);
        _desk.Tick(TradingUnderTest.Share, 1_00_000);

        var next = _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 1));

        Assert.Equal(FactKind.IntentAccepted, next.Kind);
    }

    [Fact]
    public void What_an_unknown_order_may_have_bought_counts_as_bought()
    {
        Set("gross=20000");
        var order = _desk.Order(_desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 15)));
        _desk.Report(order, new OrderEvent { Kind = OrderEventKind.Ambiguous });

        var more = _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Call, 65));

        Assert.Equal((FactKind.IntentDenied, RefusalCode.GrossLimit), (more.Kind, more.Refusal));
    }

    [Fact]
    public void What_works_already_counts_as_bought_and_what_only_sells_it_does_not()
    {
        Set("position=20000");
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 15), 1_000);
        _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 5, OrderType.Limit, 995));

        var more = _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 1));
        var less = _desk.Ask(TradingUnderTest.Sell(TradingUnderTest.Share, 15, OrderType.Limit, 1_010));
        var turn = _desk.Ask(TradingUnderTest.Sell(TradingUnderTest.Share, 21, OrderType.Limit, 1_011));

        Assert.Equal((RefusalCode.PositionLimit, RefusalCode.PositionLimit), (more.Refusal, turn.Refusal));
        Assert.Equal(FactKind.IntentAccepted, less.Kind);
    }

    [Fact]
    public void A_limit_that_the_market_has_passed_forbids_more_and_not_less()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 15), 1_000);
        Set("gross=10000 net=10000 position=10000 underlying=10000");

        var more = _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 1));
        var less = _desk.Ask(TradingUnderTest.Sell(TradingUnderTest.Share, 15));

        Assert.Equal((RefusalCode.PositionLimit, FactKind.IntentAccepted), (more.Refusal, less.Kind));
    }

    [Fact]
    public void A_future_and_a_sold_call_share_their_underlying_and_the_call_counts_by_its_strike()
    {
        _desk.Ask(new MoveCash(Money.FromRupees(1_00_00_000), "more"));
        Set("underlying=3000000 position=2000000");

        var future = _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Future, 65));
        var call = _desk.Ask(TradingUnderTest.Sell(TradingUnderTest.Call, 65));
        Set("underlying=4000000 position=1600000");
        var alone = _desk.Ask(TradingUnderTest.Sell(TradingUnderTest.Call, 65));

        Assert.Equal(FactKind.IntentAccepted, future.Kind);
        Assert.Equal((RefusalCode.UnderlyingLimit, RefusalCode.PositionLimit), (call.Refusal, alone.Refusal));
    }

    [Fact]
    public void A_change_is_held_to_the_limits_as_the_order_it_makes()
    {
        Set("position=10000 collar=5");
        var order = _desk.Order(_desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 8, OrderType.Limit, 990)));
        _desk.Work(order);

        var larger = _desk.Ask(new ChangeOrder(order.Id, new Quantity(11), Price.FromRupees(990), default));
        var further = _desk.Ask(new ChangeOrder(order.Id, new Quantity(8), Price.FromRupees(940), default));
        var allowed = _desk.Ask(new ChangeOrder(order.Id, new Quantity(10), Price.FromRupees(995), default));

        Assert.Equal((RefusalCode.PositionLimit, RefusalCode.OutsideCollar), (larger.Refusal, further.Refusal));
        Assert.Equal(FactKind.OrderMoved, allowed.Kind);
    }

    [Fact]
    public void A_run_is_held_to_its_own_limits_and_to_its_accounts()
    {
        new RunUnderTest(_desk).Declared();
        Set("position=20000");
        Set("order-value=100000 order-units=1000 collar=10 price-age=60 position=5000 underlying=90000 gross=90000 net=90000 open-orders=9 "
            + "trades=9 day-loss=1000 drawdown=1000", _run);

        var six = Enter(Side.Buy, 6, _run);
        var five = Enter(Side.Buy, 5, _run);
        var hand = Enter(Side.Buy, 15, RunId.None);
        var another = Enter(Side.Buy, 1, new RunId(8));

        Assert.Equal((RefusalCode.PositionLimit, RefusalCode.None), (six, five));
        Assert.Equal((RefusalCode.None, RefusalCode.PositionLimit), (hand, another));
    }

    [Fact]
    public void Books_of_an_account_that_forbids_it_do_not_enter_against_each_other()
    {
        var strict = new TradingUnderTest(mode: mode => mode with { Rules = mode.Rules with { AllowsOpposingBooks = false } });

        var bought = Enter(Side.Buy, 5, _run, strict);
        FillAll(strict);
        var sold = Enter(Side.Sell, 5, new RunId(8), strict);
        var added = Enter(Side.Buy, 5, new RunId(8), strict);
        Enter(Side.Buy, 5, _run);
        FillAll(_desk);
        var onPaper = Enter(Side.Sell, 5, new RunId(8));

        Assert.Equal((RefusalCode.None, RefusalCode.OpposingBooks, RefusalCode.None), (bought, sold, added));
        Assert.Equal(RefusalCode.None, onPaper);
    }

    [Fact]
    public void Nothing_is_entered_after_a_start_before_what_is_held_has_a_price()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Future, 65), 25_000);

        var again = new TradingUnderTest(_desk.Journal, _desk.Now.PlusSeconds(10));
        again.Tick(TradingUnderTest.Share, 1_00_000);
        var early = again.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 1), "early");
        again.Tick(TradingUnderTest.Future, 25_00_000);
        var late = again.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 1), "late");

        Assert.Equal((RefusalCode.PositionUnpriced, FactKind.IntentAccepted), (early.Refusal, late.Kind));
    }

    private void Set(string limits, RunId run = default)
    {
        var set = _desk.Ask(new SetLimits(run, limits, "a test"));

        Assert.Equal((FactKind.LimitsSet, RefusalCode.None), (set.Kind, set.Refusal));
    }

    private static void FillAll(TradingUnderTest desk)
    {
        foreach (var order in desk.Book.Orders.Open.ToArray()) desk.Fill(order, order.Remaining.Units, 1_000);
    }

    private RefusalCode Enter(Side side, long units, RunId run, TradingUnderTest? on = null)
    {
        var desk = on ?? _desk;
        var terms = new OrderTerms
        {
            Side = side,
            Product = Product.Mis,
            Type = OrderType.Market,
            Validity = Validity.Day,
            Quantity = new Quantity(units),
        };
        var submitted = new SubmittedCommand(0, "run", TradingUnderTest.Account, "", new CancelAll());
        var intent = new IntentTerms { Whole = terms, Run = run };
        var share = TradingUnderTest.Plan.Instruments[TradingUnderTest.Share];
        return desk.Orders.Intents.Submit(submitted, desk.Book.Accounts[0], share, intent);
    }
}
