using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Venues.Paper;

public sealed class PaperRecallTests
{
    private const string Bids = "100@99.95 100@99.90";
    private const string Offers = "100@100.00 100@100.05";

    [Fact]
    public void A_recalled_limit_works_again_at_the_back_of_its_queue()
    {
        var desk = PaperMarketTests.Open();
        var order = desk.Arrive(Side.Buy, OrderType.Limit, 50, 99.95m);
        desk.Trade(99.95m, 120);
        desk.Pass(500);
        var before = Assert.Single(desk.Fills(order));

        Recall(desk, order, filled: 20, before.VenueOrder);
        desk.Book(Bids, Offers);
        desk.Tick(99.95m, 5_000);
        desk.Pass(1);
        desk.Tick(99.95m, 5_130);
        desk.Pass(500);

        var seen = desk.Of(order).First(report => report.Kind == OrderEventKind.Seen);
        Assert.Equal((OrderState.Working, EvidenceSource.OrderBook, 20), (seen.Seen, seen.Source, seen.Filled.Units));
        var after = Assert.Single(desk.Fills(order));
        Assert.Equal((30, 50, before.VenueOrder), (after.Quantity.Units, after.Filled.Units, after.VenueOrder));
        Assert.NotEqual(before.FillId, after.FillId);
    }

    [Fact]
    public void An_order_whose_fate_was_unknown_works_under_the_number_it_would_have_had()
    {
        var desk = PaperMarketTests.Open();
        var order = desk.Place(Side.Buy, OrderType.Limit, 50, 99.95m);

        Recall(desk, order, filled: 0, venueOrder: 0);

        Assert.All(desk.Of(order), report => Assert.Equal(10_101, report.VenueOrder));
        Assert.EndsWith("Working", desk.Told(order), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_asked_of_a_recalled_order_is_refused_before_it_is_seen_to_work()
    {
        var desk = PaperMarketTests.Open();
        var order = desk.Arrive(Side.Buy, OrderType.Limit, 50, 99.95m);

        Recall(desk, order with { Version = 2 }, filled: 0, venueOrder: 10_101);

        Assert.Equal("ModifyRefused CancelRefused Working", desk.Told(order));
        Assert.Equal(2, desk.Of(order)[0].Version);
    }

    [Fact]
    public void A_recalled_limit_that_the_market_has_passed_trades_at_its_own_price()
    {
        var desk = PaperMarketTests.Open();
        var order = desk.Arrive(Side.Buy, OrderType.Limit, 50, 99.95m);

        Recall(desk, order, filled: 0, venueOrder: 10_101);
        desk.Book("100@99.40", "100@99.50");
        desk.Pass(500);

        Assert.Equal("50@99.95", desk.FillText(order));
    }

    [Fact]
    public void A_recalled_market_order_takes_the_next_book()
    {
        var desk = PaperMarketTests.Open();
        var order = desk.Place(Side.Buy, OrderType.Market, 50);

        Recall(desk, order, filled: 0, venueOrder: 0);
        Assert.Empty(desk.Fills(order));
        desk.Book(Bids, Offers);
        desk.Pass(500);

        Assert.Equal("50@100.00", desk.FillText(order));
    }

    [Fact]
    public void A_recalled_stop_waits_for_its_trigger_unless_it_had_traded()
    {
        var desk = PaperMarketTests.Open();
        var asleep = desk.Place(Side.Sell, OrderType.StopMarket, 50, trigger: 99.90m);
        var awake = desk.Place(Side.Sell, OrderType.StopMarket, 50, trigger: 99.90m);

        Recall(desk, asleep, filled: 0, venueOrder: 10_101);
        Send(desk, awake, filled: 10, venueOrder: 20_101);
        desk.Pass(1);
        desk.Book(Bids, Offers);
        desk.Pass(500);

        Assert.Empty(desk.Fills(asleep));
        Assert.Equal("40@99.95", desk.FillText(awake));
    }

    [Fact]
    public void A_recalled_stop_that_was_let_go_before_waits_no_more()
    {
        var desk = PaperMarketTests.Open();
        var stop = desk.Arrive(Side.Sell, OrderType.StopMarket, 50, trigger: 99.90m);
        desk.Book("", "");
        desk.Trade(99.90m, 10);
        desk.Pass(500);
        var told = desk.Told(stop);

        Recall(desk, stop with { IsTriggered = true }, filled: 0, venueOrder: 10_101);
        desk.Book(Bids, Offers);
        desk.Pass(500);

        Assert.Equal("Acknowledged Working Triggered", told);
        Assert.Equal("50@99.95", desk.FillText(stop));
    }

    [Fact]
    public void An_order_of_a_session_that_has_ended_meanwhile_is_expired()
    {
        var desk = PaperMarketTests.Open();
        var order = desk.Arrive(Side.Buy, OrderType.Limit, 50, 99.95m);

        desk.Now = TestPlans.Open.PlusSeconds(86_400);
        Recall(desk, order, filled: 10, venueOrder: 10_101);

        var seen = desk.Of(order)[^1];
        Assert.Equal((OrderState.Expired, EvidenceSource.OrderBook, 10), (seen.Seen, seen.Source, seen.Filled.Units));
    }

    [Fact]
    public void What_is_left_of_a_recalled_immediate_order_is_cancelled()
    {
        var desk = PaperMarketTests.Open();
        var terms = PaperMarketTests.Terms(Side.Buy, OrderType.Limit, 50, 100) with { Validity = Validity.Ioc };
        var order = desk.Place(terms);

        Recall(desk, order, filled: 0, venueOrder: 0);

        Assert.Equal(OrderState.Cancelled, desk.Of(order)[^1].Seen);
    }

    [Fact]
    public void A_cancel_sent_right_after_a_recall_finds_its_order()
    {
        var desk = PaperMarketTests.Open();
        var order = desk.Arrive(Side.Buy, OrderType.Limit, 50, 99.95m);

        desk.Restart();
        Send(desk, order, filled: 0, venueOrder: 10_101);
        desk.Cancel(order);

        Assert.EndsWith("Working Cancelled", desk.Told(order), StringComparison.Ordinal);
    }

    private static void Recall(PaperDesk desk, VenueRequest order, long filled, long venueOrder)
    {
        desk.Restart();
        Send(desk, order, filled, venueOrder);
        desk.Pass(500);
    }

    private static void Send(PaperDesk desk, VenueRequest order, long filled, long venueOrder) => desk.Venue.Send(order with
    {
        Kind = VenueRequestKind.Recall,
        Filled = new Quantity(filled),
        VenueOrder = venueOrder,
    });
}
