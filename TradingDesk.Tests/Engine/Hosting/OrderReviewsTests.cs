using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Hosting.Reading;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
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

    private static PlaceOrder Working(Side side, long units) => side == Side.Sell
        ? TradingUnderTest.Sell(TradingUnderTest.Future, units, OrderType.Limit, 25_010)
        : TradingUnderTest.Buy(TradingUnderTest.Future, units, OrderType.Limit, 24_990);
}
