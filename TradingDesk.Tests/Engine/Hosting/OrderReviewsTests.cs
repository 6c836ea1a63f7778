using TradingDesk.Engine.Hosting.Reading;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Engine.Trading;

namespace TradingDesk.Tests.Engine.Hosting;

public sealed class OrderReviewsTests
{
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
