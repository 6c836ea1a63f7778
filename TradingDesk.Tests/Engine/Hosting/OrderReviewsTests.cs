using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Hosting.Reading;
using TradingDesk.Engine.Line;
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
}
