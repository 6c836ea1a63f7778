using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Venues.Paper;

public sealed class PaperRefusalsTests
{
    private const string Bids = "100@99.95";
    private const string Offers = "100@100.00";
    private const string Paused =
        "session,2026-01-05,2026-01-05,NSE,stocks,open 09:15-11:00; open 12:00-15:30,confirmed,test,2026-01-01,,test";

    [Fact]
    public void Without_a_book_no_order_is_taken()
    {
        var desk = new PaperDesk();
        desk.Tick(100, 1_000);

        var order = desk.Arrive(Side.Buy, OrderType.Limit, 50, 99);

        AssertRefused(RefusalCode.VenueNoBook, desk, order);
    }

    [Fact]
    public void A_book_of_yesterday_is_no_book()
    {
        var desk = new PaperDesk();
        desk.Book(TestPlans.One, desk.Now.PlusSeconds(-3 * 86_400), Bids, Offers);

        var order = desk.Arrive(Side.Buy, OrderType.Market, 50);

        AssertRefused(RefusalCode.VenueNoBook, desk, order);
    }

    [Fact]
    public void A_book_that_has_grown_old_is_no_book()
    {
        var desk = PaperMarketTests.Open();
        desk.Pass(10_500);

        var order = desk.Arrive(Side.Buy, OrderType.Market, 50);

        AssertRefused(RefusalCode.VenueNoBook, desk, order);
    }

    [Fact]
    public void A_book_from_the_last_seconds_of_the_session_before_is_no_book()
    {
        var desk = PaperMarketTests.Open(calendar: TradingCalendar.AlwaysOpen);
        desk.Now = TestPlans.Midnight.PlusSeconds(86_400 - 1);
        desk.Book(Bids, Offers);
        desk.Pass(1_000);

        var order = desk.Arrive(Side.Buy, OrderType.Market, 50);

        AssertRefused(RefusalCode.VenueNoBook, desk, order);
    }

    [Fact]
    public void In_a_pause_no_order_is_taken_and_what_waits_goes_on_waiting()
    {
        var desk = PaperMarketTests.Open(calendar: TestCalendars.Weekdays.With(TestCalendars.Of(Paused).Entries[0]));
        var before = desk.Arrive(Side.Buy, OrderType.Limit, 50, 99.95m);
        desk.Now = TestPlans.Midnight.PlusSeconds(11 * 3_600);
        desk.Book(Bids, "50@99.90");

        var refused = desk.Arrive(Side.Buy, OrderType.Market, 50);
        Assert.Empty(desk.Fills(before));
        desk.Now = TestPlans.Midnight.PlusSeconds(12 * 3_600);
        desk.Book("50@99.80", "50@99.90");
        desk.Pass(500);

        AssertRefused(RefusalCode.VenueSessionOver, desk, refused);
        Assert.Equal("50@99.95", desk.FillText(before));
    }

    [Theory]
    [InlineData("100@100.05", "100@100.00")]
    [InlineData("100@99.90 100@99.95", "100@100.00")]
    [InlineData("100@99.95", "100@-1.00")]
    [InlineData("100@99.95", "-5@100.00")]
    public void A_book_that_cannot_be_is_no_book(string bids, string offers)
    {
        var desk = new PaperDesk();
        desk.Book(bids, offers);

        var order = desk.Arrive(Side.Buy, OrderType.Market, 50);

        AssertRefused(RefusalCode.VenueNoBook, desk, order);
    }

    [Fact]
    public void A_book_from_the_future_is_not_believed()
    {
        var desk = new PaperDesk();
        desk.Book(TestPlans.One, desk.Now.PlusSeconds(6), Bids, Offers);

        var order = desk.Arrive(Side.Buy, OrderType.Market, 50);

        AssertRefused(RefusalCode.VenueNoBook, desk, order);
    }

    [Fact]
    public void One_instruments_book_is_not_anothers()
    {
        var desk = new PaperDesk();
        desk.Book(TestPlans.Two, desk.Now, Bids, Offers);

        var order = desk.Arrive(Side.Buy, OrderType.Market, 50);

        AssertRefused(RefusalCode.VenueNoBook, desk, order);
    }

    [Fact]
    public void An_order_that_arrives_after_the_close_is_refused()
    {
        var desk = PaperMarketTests.Open();
        desk.Now = TestPlans.Close.PlusMilliseconds(-5);
        desk.Book(Bids, Offers);

        var order = desk.Arrive(Side.Buy, OrderType.Market, 50);

        AssertRefused(RefusalCode.VenueSessionOver, desk, order);
    }

    [Theory]
    [InlineData(OrderType.Limit, 45, 100, 0, nameof(RefusalCode.NotWholeLots))]
    [InlineData(OrderType.Limit, 0, 100, 0, nameof(RefusalCode.QuantityNotAllowed))]
    [InlineData(OrderType.Limit, 630, 100, 0, nameof(RefusalCode.VenueFreeze))]
    [InlineData(OrderType.Limit, 30, 100.02, 0, nameof(RefusalCode.PriceOffTick))]
    [InlineData(OrderType.Limit, 30, 0, 0, nameof(RefusalCode.PriceNotAllowed))]
    [InlineData(OrderType.Limit, 30, 120.05, 0, nameof(RefusalCode.VenueBand))]
    [InlineData(OrderType.StopMarket, 30, 0, 79.95, nameof(RefusalCode.VenueBand))]
    [InlineData(OrderType.StopMarket, 30, 0, 100.02, nameof(RefusalCode.TriggerOffTick))]
    [InlineData(OrderType.StopMarket, 30, 0, 0, nameof(RefusalCode.TriggerNotAllowed))]
    public void Terms_that_an_exchange_refuses_are_refused_with_their_code(
        OrderType type, long units, double rupees, double trigger, string code)
    {
        var desk = PaperMarketTests.Open(shape: instrument => instrument with { Lot = 30, Freeze = 600 });
        desk.Pass(1);
        var (close, last) = (Price.FromRupees(100), Price.FromRupees(100));
        desk.Tick(new Tick { Time = desk.Now, Last = last, DayVolume = 1_000, PreviousClose = close });

        var order = desk.Arrive(Side.Sell, type, units, (decimal)rupees, (decimal)trigger);

        AssertRefused(Enum.Parse<RefusalCode>(code), desk, order);
    }

    [Fact]
    public void An_index_and_an_expired_contract_do_not_trade()
    {
        var index = PaperMarketTests.Open(shape: instrument => instrument with { Kind = InstrumentKind.Index });
        var expired = PaperMarketTests.Open(shape: instrument => instrument with { Expiry = TestPlans.Monday.AddDays(-1) });

        var first = index.Arrive(Side.Buy, OrderType.Market, 50);
        var second = expired.Arrive(Side.Buy, OrderType.Market, 50);

        AssertRefused(RefusalCode.IndexNotTraded, index, first);
        AssertRefused(RefusalCode.ContractExpired, expired, second);
    }

    [Fact]
    public void A_tag_that_works_already_is_never_taken_twice()
    {
        var desk = PaperMarketTests.Open();
        var order = desk.Arrive(Side.Buy, OrderType.Limit, 50, 99.95m);
        desk.Venue.Send(order);

        Assert.Throws<InvalidOperationException>(() => desk.Pass(500));
    }

    private static void AssertRefused(RefusalCode code, PaperDesk desk, VenueRequest order)
    {
        var answer = Assert.Single(desk.Of(order));
        Assert.Equal((OrderEventKind.Refused, EvidenceSource.Reply, code), (answer.Kind, answer.Source, answer.Code));
        Assert.Equal(0, answer.VenueOrder);
    }
}
