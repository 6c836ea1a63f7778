using System.Globalization;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Commands.Safety;
using TradingDesk.Engine.Hosting.Reading;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;
using TradingDesk.Tests.Engine.Trading;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Hosting;

/// <summary>The ticket says before what the gate would say after.</summary>
public sealed class OrderReviewsTests
{
    [Fact]
    public void A_price_remembered_from_stored_candles_is_no_price_to_trade_on()
    {
        var start = TestPlans.Open.PlusSeconds(60);
        var price = Price.FromRupees(1_000);
        var day = new RememberedDay { Session = TestPlans.Open, Through = start, Last = price, Open = price };
        var desk = new TradingUnderTest([], start, DeskInput.Warm(start, TradingUnderTest.Share, new WarmInstrument(0, start, day, [])));
        desk.Ask(new OpenAccount(Money.FromRupees(10_00_000)));
        var buy = TradingUnderTest.Buy(TradingUnderTest.Share, 1);
        var reviews = new OrderReviews(TradingUnderTest.Plan, desk.Board);

        var remembered = reviews.Review(new AccountId(0), buy);
        var refused = desk.Ask(buy);
        desk.Tick(TradingUnderTest.Share, 1_000_00);
        var seen = reviews.Review(new AccountId(0), buy);

        Assert.Equal(RefusalCode.NoFreshPrice, refused.Refusal);
        Assert.Equal("no-fresh-price", Assert.Single(remembered.Problems).Code);
        Assert.Empty(seen.Problems);
    }

    [Theory]
    [InlineData(130, 65)]
    [InlineData(130, 195)]
    [InlineData(-65, 65)]
    [InlineData(-65, 130)]
    public void The_ticket_needs_what_the_desk_then_holds(long held, long exiting)
    {
        var desk = new TradingUnderTest();
        var (trade, side) = held > 0 ? (TradingUnderTest.Buy(TradingUnderTest.Future, held), Side.Sell)
            : (TradingUnderTest.Sell(TradingUnderTest.Future, -held), Side.Buy);
        desk.Trade(trade, 25_000);
        var reviews = new OrderReviews(TradingUnderTest.Plan, desk.Board);
        desk.Ask(Working(side, exiting));
        var before = desk.Levels().Blocked;
        var wanted = Working(side, 65);

        var need = reviews.Review(new AccountId(0), wanted).Need;
        var accepted = desk.Ask(wanted);

        Assert.Equal((FactKind.IntentAccepted, desk.Levels().Blocked - before), (accepted.Kind, need));
    }

    [Fact]
    public void A_runs_position_is_not_the_hands_to_take_off()
    {
        var desk = new TradingUnderTest();
        desk.Board.Money.Positions.Write(0, new PositionLevel
        {
            Instrument = TradingUnderTest.Future,
            Product = Product.Nrml,
            Run = new RunId(1),
            Units = 65,
        });
        desk.Board.Money.PositionCount = 1;
        var sale = TradingUnderTest.Sell(TradingUnderTest.Future, 65, OrderType.Limit, 25_000);

        var need = new OrderReviews(TradingUnderTest.Plan, desk.Board).Review(new AccountId(0), sale).Need;

        Assert.Equal(Money.FromRupees(25_000m * 65 * 15 / 100), need);
    }

    [Fact]
    public void What_an_open_order_takes_off_the_position_is_not_taken_off_once_more()
    {
        var desk = new TradingUnderTest();
        desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Future, 65), 25_000);
        var sale = TradingUnderTest.Sell(TradingUnderTest.Future, 65, OrderType.Limit, 25_000);
        var reviews = new OrderReviews(TradingUnderTest.Plan, desk.Board);

        var before = reviews.Review(new AccountId(0), sale);
        desk.Ask(sale);
        var after = reviews.Review(new AccountId(0), sale);

        Assert.Equal((default, Money.FromRupees(25_000m * 65 * 15 / 100)), (before.Need, after.Need));
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory, MemberData(nameof(Seeds))]
    public void Whatever_the_gate_refuses_the_ticket_has_said_before_and_nothing_else(int seed)
    {
        var dice = new Random(seed);
        var desk = new TradingUnderTest();
        var reviews = new OrderReviews(TradingUnderTest.Plan, desk.Board);
        var (refused, accepted) = (0, 0);
        desk.Ask(new SetLimits(RunId.None, TightLimits(dice), "tight"));
        for (var step = 0; step < 120; step++)
        {
            Live(desk, dice);
            var wanted = Any(dice);

            var review = reviews.Review(new AccountId(0), wanted);
            var judged = desk.Ask(wanted);

            var said = string.Join(", ", review.Problems.Select(problem => problem.Code));
            var isRefused = judged.Kind == FactKind.IntentDenied;
            Assert.True(isRefused == review.Problems.Count > 0, $"Seed {seed}, step {step}: {wanted} is {judged.Refusal}; said: {said}");
            if (isRefused) Assert.Contains(RefusalWords.Of(judged.Refusal), said, StringComparison.Ordinal);
            (refused, accepted) = isRefused ? (refused + 1, accepted) : (refused, accepted + 1);
        }

        Assert.True(refused > 10 && accepted > 10, $"Seed {seed}: {refused} refused and {accepted} accepted prove too little.");
    }

    /// <summary>A second or some passes, prices move, orders trade, and now and then somebody halts or kills.</summary>
    private static void Live(TradingUnderTest desk, Random dice)
    {
        foreach (var order in desk.Book.Orders.Open.ToArray())
        {
            if (order.State == OrderState.Sending) desk.Work(order);
            if (dice.Next(3) == 0) desk.Fill(order, order.Remaining.Units, order.Terms.HasPrice ? order.Terms.Price.Rupees : Last(order));
        }

        switch (dice.Next(30))
        {
            case 0: desk.Ask(new SetRiskState(RunId.None, RiskState.ReduceOnly, "less")); break;
            case 1 or 2 or 3: desk.Ask(new SetRiskState(RunId.None, RiskState.Active, "more")); break;
            case 4: desk.Ask(new KillDesk(KillReach.Orders, "enough"), account: ""); break;
            case 5 or 6 or 7: desk.Ask(new RearmDesk(RearmConsent.Forced, "calm"), account: ""); break;
            case 8: desk.Ask(new CancelAll()); break;
        }

        foreach (var id in _traded) desk.Tick(id, (long)(Rupees(id) * (98 + dice.Next(5))));
        // What the board shows of limits is as of the last second.
        desk.Pass(1_000);
        desk.Sync();
    }

    private static readonly InstrumentId[] _traded = [TradingUnderTest.Share, TradingUnderTest.Future, TradingUnderTest.Call];

    private static decimal Rupees(InstrumentId id) => id == TradingUnderTest.Share ? 1_000 : id == TradingUnderTest.Future ? 25_000 : 120;

    private static decimal Last(Order order) => Rupees(order.Instrument);

    private static string TightLimits(Random dice) => string.Create(CultureInfo.InvariantCulture,
        $"order-value={dice.Next(1, 40) * 100_000} position={dice.Next(1, 60) * 100_000} gross={dice.Next(5, 90) * 100_000} "
        + $"order-units={dice.Next(50, 1_000)} collar={dice.Next(1, 10)} open-orders={dice.Next(5, 60)} trades={dice.Next(20, 100)}");

    private static PlaceOrder Any(Random dice)
    {
        var id = _traded[dice.Next(_traded.Length)];
        var lot = id == TradingUnderTest.Share ? dice.Next(1, 300) : 65 * dice.Next(1, 4);
        var price = decimal.Round(Rupees(id) * dice.Next(93, 108) / 100);
        var isLimit = dice.Next(2) == 0;
        var order = dice.Next(2) == 0
            ? TradingUnderTest.Buy(id, lot, isLimit ? OrderType.Limit : OrderType.Market, isLimit ? price : 0)
            : TradingUnderTest.Sell(id, lot, isLimit ? OrderType.Limit : OrderType.Market, isLimit ? price : 0);
        if (id == TradingUnderTest.Share && dice.Next(4) == 0) order = order with { Product = Product.Cnc };
        if (dice.Next(6) == 0) order = order with { Stop = Price.FromRupees(decimal.Round(Rupees(id) * dice.Next(94, 107) / 100)) };
        return order;
    }

    private static PlaceOrder Working(Side side, long units) => side == Side.Sell
        ? TradingUnderTest.Sell(TradingUnderTest.Future, units, OrderType.Limit, 25_010)
        : TradingUnderTest.Buy(TradingUnderTest.Future, units, OrderType.Limit, 24_990);
}
