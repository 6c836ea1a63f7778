using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using Xunit;

namespace TradingDesk.Tests.Engine.Venues.Paper;

public sealed class PaperQueuesTests
{
    private const string Bids = "100@99.95 100@99.90 100@99.85 100@99.80 100@99.75";
    private const string Offers = "100@100.00 100@100.05 100@100.10 100@100.15 100@100.20";

    [Fact]
    public void A_resting_limit_waits_until_the_queue_before_it_has_traded()
    {
        var desk = PaperMarketTests.Open();
        var order = desk.Arrive(Side.Buy, OrderType.Limit, 50, 99.95m);

        desk.Trade(99.95m, 60);
        desk.Trade(99.95m, 40);
        desk.Pass(500);
        Assert.Empty(desk.Fills(order));
        desk.Trade(99.95m, 30);
        desk.Trade(99.95m, 30);
        desk.Pass(500);

        Assert.Equal("30@99.95 20@99.95", desk.FillText(order));
        Assert.All(desk.Fills(order), fill => Assert.Equal(FillReason.QueueReached, fill.Why));
    }

    [Fact]
    public void A_limit_better_than_the_best_has_nobody_before_it()
    {
        var desk = new PaperDesk();
        desk.Book("100@99.90", "100@100.00");
        desk.Tick(100, 1_000);
        var order = desk.Arrive(Side.Sell, OrderType.Limit, 50, 99.95m);

        desk.Trade(99.95m, 20);
        desk.Pass(500);

        Assert.Equal("20@99.95", desk.FillText(order));
    }

    [Fact]
    public void A_trade_through_the_price_fills_at_the_orders_own_price_whatever_stood_before_it()
    {
        var desk = PaperMarketTests.Open();
        var order = desk.Arrive(Side.Buy, OrderType.Limit, 50, 99.90m);

        desk.Trade(99.85m, 30);
        desk.Pass(500);

        Assert.Equal("30@99.90", desk.FillText(order));
        Assert.Equal(FillReason.TradedThrough, desk.Fills(order)[0].Why);
    }

    [Fact]
    public void A_quote_without_a_trade_proves_nothing()
    {
        var desk = PaperMarketTests.Open();
        var order = desk.Arrive(Side.Buy, OrderType.Limit, 50, 99.90m);

        desk.Tick(99.85m, 1_000);
        desk.Trade(99.90m, 60);
        desk.Pass(500);

        Assert.Empty(desk.Fills(order));
    }

    [Fact]
    public void A_book_that_crosses_a_resting_limit_fills_it_at_its_own_price_with_what_is_shown()
    {
        var desk = PaperMarketTests.Open();
        var order = desk.Arrive(Side.Buy, OrderType.Limit, 150, 99.95m);

        desk.Book("100@99.80", "90@99.90 10@99.95 100@100.00");
        desk.Pass(500);

        Assert.Equal("90@99.95 10@99.95", desk.FillText(order));
        Assert.All(desk.Fills(order), fill => Assert.Equal(FillReason.TradedThrough, fill.Why));
    }

    [Fact]
    public void Fewer_shown_at_its_price_are_fewer_before_it()
    {
        var desk = PaperMarketTests.Open();
        var order = desk.Arrive(Side.Buy, OrderType.Limit, 50, 99.95m);

        desk.Book("40@99.95 100@99.90", Offers);
        desk.Book("400@99.95 100@99.90", Offers);
        desk.Pass(1);
        desk.Trade(99.95m, 70);
        desk.Pass(500);

        Assert.Equal("30@99.95", desk.FillText(order));
    }

    [Fact]
    public void A_queue_behind_the_visible_levels_is_known_when_it_comes_in_sight()
    {
        var desk = PaperMarketTests.Open();
        var order = desk.Arrive(Side.Buy, OrderType.Limit, 50, 99.50m);

        desk.Trade(99.50m, 500);
        desk.Book("10@99.55 70@99.50", "10@99.70");
        desk.Trade(99.50m, 80);
        desk.Pass(500);

        Assert.Equal("10@99.50", desk.FillText(order));
    }

    [Fact]
    public void Two_accounts_at_one_price_share_a_trade_in_the_order_they_came()
    {
        var desk = PaperMarketTests.Open();
        var first = desk.Arrive(Side.Buy, OrderType.Limit, 50, 99.95m, account: 0);
        var second = desk.Arrive(Side.Buy, OrderType.Limit, 50, 99.95m, account: 1);

        desk.Trade(99.95m, 170);
        desk.Pass(500);

        Assert.Equal("50@99.95", desk.FillText(first));
        Assert.Equal("20@99.95", desk.FillText(second));
    }

    [Fact]
    public void The_better_price_is_served_first_whoever_came_first()
    {
        var desk = PaperMarketTests.Open();
        var late = desk.Arrive(Side.Buy, OrderType.Limit, 50, 99.90m);
        var better = desk.Arrive(Side.Buy, OrderType.Limit, 50, 99.95m);

        desk.Trade(99.85m, 70);
        desk.Pass(500);

        Assert.Equal("50@99.95", desk.FillText(better));
        Assert.Equal("20@99.90", desk.FillText(late));
    }

    [Fact]
    public void A_trade_is_not_given_to_a_buyer_and_again_to_a_seller()
    {
        var desk = new PaperDesk();
        desk.Book("100@99.00", "100@101.00");
        desk.Tick(100, 1_000);
        var buy = desk.Arrive(Side.Buy, OrderType.Limit, 50, 100.10m, account: 0);
        var sell = desk.Arrive(Side.Sell, OrderType.Limit, 50, 99.90m, account: 1);

        desk.Trade(100, 60);
        desk.Pass(500);

        Assert.Equal(60, desk.Fills(buy).Concat(desk.Fills(sell)).Sum(fill => fill.Quantity.Units));
    }

    [Fact]
    public void A_trade_before_the_order_arrived_does_not_fill_it()
    {
        var desk = PaperMarketTests.Open();
        var before = desk.Now;
        var order = desk.Arrive(Side.Buy, OrderType.Limit, 50, 99.95m);

        desk.Tick(new Tick { Time = before.PlusMilliseconds(1), Last = Price.FromRupees(99), DayVolume = 9_000 });
        desk.Pass(500);

        Assert.Empty(desk.Fills(order));
    }

    [Fact]
    public void Ticks_without_the_days_count_trade_their_own_quantity()
    {
        var desk = PaperMarketTests.Open();
        var order = desk.Arrive(Side.Buy, OrderType.Limit, 50, 99.95m);

        for (var i = 0; i < 2; i++)
        {
            desk.Pass(1);
            var last = Price.FromRupees(99.95m);
            desk.Tick(new Tick { Time = desk.Now, Last = last, LastQuantity = new Quantity(60), DayVolume = Tick.NoDayVolume });
        }

        desk.Pass(500);

        Assert.Equal("20@99.95", desk.FillText(order));
    }

    [Fact]
    public void A_stray_count_of_zero_does_not_trade_the_day_once_more()
    {
        var desk = PaperMarketTests.Open();
        var order = desk.Arrive(Side.Buy, OrderType.Limit, 50, 99.95m);

        desk.Tick(99.95m, 0);
        desk.Tick(99.95m, 1_060);
        desk.Pass(500);

        Assert.Empty(desk.Fills(order));
    }

    [Fact]
    public void Contracts_trade_in_whole_lots_only()
    {
        var desk = PaperMarketTests.Open(shape: instrument => instrument with { Lot = 30 });

        var taker = desk.Arrive(Side.Buy, OrderType.Limit, 120, 100);
        var rests = desk.Arrive(Side.Sell, OrderType.Limit, 60, 100.05m);
        desk.Trade(100.10m, 50);
        desk.Pass(500);

        Assert.Equal("90@100.00", desk.FillText(taker));
        Assert.Equal("30@100.05", desk.FillText(rests));
    }

    [Fact]
    public void Fewer_units_keep_the_place_in_the_queue()
    {
        var desk = PaperMarketTests.Open();
        var order = desk.Arrive(Side.Buy, OrderType.Limit, 50, 99.95m);
        desk.Trade(99.95m, 90);

        desk.Change(order, order.Terms with { Quantity = new Quantity(20) });
        desk.Trade(99.95m, 40);
        desk.Pass(500);

        Assert.Equal("20@99.95", desk.FillText(order));
        Assert.Contains("Modified", desk.Told(order), StringComparison.Ordinal);
    }

    [Fact]
    public void More_units_lose_the_place_in_the_queue()
    {
        var desk = PaperMarketTests.Open();
        var order = desk.Arrive(Side.Buy, OrderType.Limit, 50, 99.95m);
        desk.Trade(99.95m, 90);

        desk.Change(order, order.Terms with { Quantity = new Quantity(60) });
        desk.Trade(99.95m, 40);
        desk.Pass(500);

        Assert.Empty(desk.Fills(order));
    }

    [Fact]
    public void Another_price_takes_what_the_book_shows_there()
    {
        var desk = PaperMarketTests.Open();
        var order = desk.Arrive(Side.Buy, OrderType.Limit, 50, 99.95m);

        desk.Change(order, order.Terms with { Price = Price.FromRupees(100.10m) });

        Assert.Equal("Acknowledged Working Modified Traded", desk.Told(order));
        Assert.Equal("50@100.00", desk.FillText(order));
    }

    [Fact]
    public void A_change_to_no_more_than_is_filled_is_refused_and_the_order_works_on()
    {
        var desk = PaperMarketTests.Open();
        var order = desk.Arrive(Side.Buy, OrderType.Limit, 150, 100);

        desk.Change(order, order.Terms with { Quantity = new Quantity(100) });
        desk.Book(Bids, Offers);
        desk.Pass(500);

        var answer = desk.Of(order).Single(report => report.Kind == OrderEventKind.ModifyRefused);
        Assert.Equal((RefusalCode.VenueRefused, 1), (answer.Code, answer.Version));
        Assert.Equal("100@100.00 50@100.00", desk.FillText(order));
    }

    [Fact]
    public void A_change_of_a_finished_order_finds_nothing()
    {
        var desk = PaperMarketTests.Open();
        var order = desk.Arrive(Side.Buy, OrderType.Market, 50);

        desk.Change(order, order.Terms with { Quantity = new Quantity(100) }, version: 3);

        var answer = desk.Of(order)[^1];
        Assert.Equal((OrderEventKind.ModifyRefused, RefusalCode.VenueNotFound, 3), (answer.Kind, answer.Code, answer.Version));
    }
}
