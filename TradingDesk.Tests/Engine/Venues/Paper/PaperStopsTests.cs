using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Venues.Paper;

public sealed class PaperStopsTests
{
    private const string Bids = "100@99.95 100@99.90 100@99.85 100@99.80 100@99.75";

    [Fact]
    public void A_stop_sleeps_until_the_last_price_reaches_its_trigger_then_takes_the_book()
    {
        var desk = PaperMarketTests.Open();
        var stop = desk.Arrive(Side.Sell, OrderType.StopMarket, 150, trigger: 99.90m);

        desk.Trade(99.95m, 500);
        desk.Pass(500);
        Assert.Empty(desk.Fills(stop));
        desk.Trade(99.90m, 10);
        desk.Pass(500);

        Assert.Equal("100@99.95 50@99.90", desk.FillText(stop));
    }

    [Fact]
    public void A_stop_limit_takes_no_price_worse_than_its_own()
    {
        var desk = PaperMarketTests.Open();
        desk.Pass(1);
        desk.Trade(99.95m, 10);
        var stop = desk.Arrive(Side.Buy, OrderType.StopLimit, 150, 100, trigger: 100);

        desk.Trade(100, 10);
        desk.Pass(500);

        Assert.Equal("100@100.00", desk.FillText(stop));
    }

    [Fact]
    public void The_trade_that_released_a_stop_is_not_its_own()
    {
        var desk = PaperMarketTests.Open();
        var stop = desk.Arrive(Side.Buy, OrderType.StopLimit, 50, 100.30m, trigger: 100.30m);
        desk.Book(Bids, "100@100.40");

        desk.Trade(100.30m, 500);
        desk.Pass(500);

        Assert.Empty(desk.Fills(stop));
    }

    [Fact]
    public void A_stop_that_the_price_passed_on_its_way_takes_at_once()
    {
        var desk = PaperMarketTests.Open();

        var stop = desk.Place(Side.Sell, OrderType.StopMarket, 50, trigger: 99.90m);
        desk.Pass(1);
        desk.Trade(99.85m, 10);
        desk.Pass(500);

        Assert.Equal("50@99.95", desk.FillText(stop));
    }

    [Fact]
    public void A_price_of_another_session_releases_nothing()
    {
        var desk = PaperMarketTests.Open();
        var stop = desk.Arrive(Side.Sell, OrderType.StopMarket, 50, trigger: 99.90m);

        desk.Tick(new Tick { Time = TestPlans.Open.PlusSeconds(-86_400), Last = Price.FromRupees(90), DayVolume = 5 });
        desk.Pass(500);

        Assert.Empty(desk.Fills(stop));
    }

    [Fact]
    public void A_price_that_comes_after_a_newer_one_releases_nothing()
    {
        var desk = PaperMarketTests.Open();
        var stop = desk.Arrive(Side.Sell, OrderType.StopMarket, 50, trigger: 99.90m);
        desk.Trade(99.95m, 10);

        desk.Tick(new Tick { Time = desk.Now.PlusMilliseconds(-1), Last = Price.FromRupees(99.85m), DayVolume = 1_000 });
        desk.Pass(500);

        Assert.Empty(desk.Fills(stop));
    }

    [Fact]
    public void A_stop_released_without_a_book_waits_for_the_next()
    {
        var desk = PaperMarketTests.Open();
        var stop = desk.Arrive(Side.Sell, OrderType.StopMarket, 50, trigger: 99.90m);

        desk.Pass(11_000);
        desk.Trade(99.50m, 10);
        desk.Pass(500);
        Assert.Empty(desk.Fills(stop));
        desk.Book("100@99.40", "100@99.50");
        desk.Pass(500);

        Assert.Equal("50@99.40", desk.FillText(stop));
    }

    [Fact]
    public void A_stop_can_be_moved_and_cancelled_before_it_is_released()
    {
        var desk = PaperMarketTests.Open();
        var moved = desk.Arrive(Side.Sell, OrderType.StopMarket, 50, trigger: 99.90m);
        var cancelled = desk.Arrive(Side.Sell, OrderType.StopMarket, 50, trigger: 99.90m);

        desk.Change(moved, moved.Terms with { Trigger = Price.FromRupees(99.50m) });
        desk.Cancel(cancelled);
        desk.Trade(99.85m, 10);
        desk.Pass(500);

        Assert.Equal("Acknowledged Working Modified", desk.Told(moved));
        Assert.Equal("Acknowledged Working Cancelled", desk.Told(cancelled));
    }
}
