using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Venues.Paper;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Venues.Paper;

public sealed class PaperMarketTests
{
    private const string Bids = "100@99.95 100@99.90 100@99.85 100@99.80 100@99.75";
    private const string Offers = "100@100.00 100@100.05 100@100.10 100@100.15 100@100.20";

    [Fact]
    public void An_order_is_acknowledged_then_works_then_trades()
    {
        var desk = Open();

        var order = desk.Arrive(Side.Buy, OrderType.Market, 50);

        Assert.Equal("Acknowledged Working Traded", desk.Told(order));
        Assert.All(desk.Of(order), report => Assert.Equal(10_101, report.VenueOrder));
        Assert.Equal("50@100.00", desk.FillText(order));
        Assert.Equal(FillReason.TookBook, desk.Fills(order)[0].Why);
    }

    [Fact]
    public void A_market_order_walks_the_levels_at_each_levels_price()
    {
        var desk = Open();

        var buy = desk.Arrive(Side.Buy, OrderType.Market, 250);
        var sell = desk.Arrive(Side.Sell, OrderType.Market, 150);

        Assert.Equal("100@100.00 100@100.05 50@100.10", desk.FillText(buy));
        Assert.Equal("100@99.95 50@99.90", desk.FillText(sell));
        Assert.Equal([100, 200, 250], desk.Fills(buy).Select(fill => fill.Filled.Units));
    }

    [Fact]
    public void What_a_market_order_cannot_get_waits_for_the_next_book()
    {
        var desk = Open();

        var order = desk.Arrive(Side.Buy, OrderType.Market, 600);
        Assert.Equal(5, desk.Fills(order).Count);
        desk.Trade(100.5m, 1_000);
        desk.Pass(500);
        Assert.Equal(5, desk.Fills(order).Count);
        desk.Book(Bids, "70@100.30 100@100.35");
        desk.Pass(500);

        Assert.EndsWith("70@100.30 30@100.35", desk.FillText(order), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_market_order_cannot_get_is_cancelled_where_the_rules_say_so()
    {
        var desk = Open(PaperRules.Default with { Rest = MarketRest.Cancelled });

        var order = desk.Arrive(Side.Buy, OrderType.Market, 600);

        Assert.EndsWith("Traded Cancelled", desk.Told(order), StringComparison.Ordinal);
        Assert.Equal(500, desk.Of(order)[^1].Filled.Units);
    }

    [Fact]
    public void A_marketable_limit_takes_up_to_its_price_and_rests_with_what_is_left()
    {
        var desk = Open();

        var order = desk.Arrive(Side.Buy, OrderType.Limit, 250, 100.05m);
        Assert.Equal("100@100.00 100@100.05", desk.FillText(order));
        desk.Trade(100.05m, 20);
        desk.Pass(500);

        Assert.EndsWith(" 20@100.05", desk.FillText(order), StringComparison.Ordinal);
    }

    [Fact]
    public void A_limit_beyond_the_visible_levels_takes_from_the_next_book_at_its_prices()
    {
        var desk = Open();

        var order = desk.Arrive(Side.Buy, OrderType.Limit, 600, 101);
        desk.Book(Bids, "60@100.25 100@100.30");
        desk.Pass(500);

        Assert.EndsWith("60@100.25 40@100.30", desk.FillText(order), StringComparison.Ordinal);
    }

    [Fact]
    public void A_quantity_that_was_taken_is_not_there_for_another_account_until_a_newer_book()
    {
        var desk = Open();

        var first = desk.Arrive(Side.Buy, OrderType.Limit, 80, 100, account: 0);
        var second = desk.Arrive(Side.Buy, OrderType.Limit, 80, 100, account: 1);
        Assert.Equal("80@100.00", desk.FillText(first));
        Assert.Equal("20@100.00", desk.FillText(second));
        desk.Book(Bids, Offers);
        desk.Pass(500);

        Assert.Equal("20@100.00 60@100.00", desk.FillText(second));
    }

    [Fact]
    public void The_same_book_sent_again_shows_nothing_new()
    {
        var desk = Open();
        var shown = desk.Now;

        desk.Arrive(Side.Buy, OrderType.Limit, 100, 100);
        desk.Book(TestPlans.One, shown, Bids, Offers);
        var second = desk.Arrive(Side.Buy, OrderType.Limit, 100, 100);

        Assert.Empty(desk.Fills(second));
    }

    [Fact]
    public void What_is_left_of_an_immediate_order_is_cancelled_at_once()
    {
        var desk = Open();

        var order = desk.Place(Terms(Side.Buy, OrderType.Limit, 150, 100) with { Validity = Validity.Ioc });
        desk.Pass(500);

        Assert.Equal("Acknowledged Working Traded Cancelled", desk.Told(order));
        Assert.Equal(100, desk.Of(order)[^1].Filled.Units);
    }

    [Fact]
    public void A_request_is_judged_by_the_book_of_the_moment_it_arrives()
    {
        var desk = Open();

        var order = desk.Place(Side.Buy, OrderType.Market, 50);
        desk.Pass(1);
        desk.Book(Bids, "100@100.40");
        desk.Pass(500);

        Assert.Equal("50@100.40", desk.FillText(order));
    }

    [Fact]
    public void A_report_comes_back_after_the_way_there_and_the_way_back()
    {
        var desk = Open();
        var sent = desk.Now;

        var order = desk.Place(Side.Buy, OrderType.Market, 50);
        for (var i = 0; i < 500; i++) desk.Pass(1);

        var heard = desk.Inputs[0].At - sent;
        var there = desk.Of(order)[0].VenueTime - sent;
        Assert.InRange(there, 20 * Instant.NanosPerMillisecond, 300 * Instant.NanosPerMillisecond);
        Assert.InRange(heard - there, 10 * Instant.NanosPerMillisecond, 40 * Instant.NanosPerMillisecond);
    }

    [Fact]
    public void A_due_report_precedes_the_input_of_the_same_moment()
    {
        var desk = Open();
        desk.Place(Side.Buy, OrderType.Market, 50);
        desk.Pass(500);
        var due = desk.Inputs[0].At;
        var again = Open();
        again.Place(Side.Buy, OrderType.Market, 50);

        var isEarly = again.Venue.TryRead(new Instant(due.Nanos - 1), out _);
        var isDue = again.Venue.TryRead(due, out var report);

        Assert.False(isEarly);
        Assert.True(isDue);
        Assert.Equal(due, report.At);
    }

    [Fact]
    public void Latencies_differ_from_request_to_request_and_a_few_are_slow()
    {
        var desk = Open();
        var latency = new PaperLatency(PaperRules.Default, PaperDesk.Seed);
        var placed = Enumerable.Range(0, 1_000).Select(_ => desk.Place(Side.Buy, OrderType.Limit, 1, 99)).ToList();

        var ways = placed.ConvertAll(request => latency.There(request) / (double)Instant.NanosPerMillisecond);

        Assert.All(ways, way => Assert.InRange(way, 20, 300));
        Assert.InRange(ways.Count(way => way > 60), 20, 90);
        Assert.True(ways.Distinct().Count() > 990);
    }

    [Fact]
    public void A_cancel_ends_what_is_left_and_says_how_much_was_filled()
    {
        var desk = Open();
        var order = desk.Arrive(Side.Buy, OrderType.Limit, 150, 100);

        desk.Cancel(order);
        desk.Book(Bids, Offers);
        desk.Pass(500);

        Assert.Equal("Acknowledged Working Traded Cancelled", desk.Told(order));
        Assert.Equal(100, desk.Of(order)[^1].Filled.Units);
    }

    [Fact]
    public void A_cancel_that_comes_after_the_last_fill_finds_nothing()
    {
        var desk = Open();
        var order = desk.Arrive(Side.Buy, OrderType.Market, 100);

        desk.Cancel(order);

        var answer = desk.Of(order)[^1];
        Assert.Equal((OrderEventKind.CancelRefused, RefusalCode.VenueNotFound), (answer.Kind, answer.Code));
    }

    [Fact]
    public void What_is_left_of_a_day_order_expires_with_its_session()
    {
        var desk = Open();
        var order = desk.Arrive(Side.Buy, OrderType.Limit, 150, 100);
        var stop = desk.Arrive(Side.Buy, OrderType.StopMarket, 10, trigger: 105);

        desk.Now = TestPlans.Close;
        desk.Pass(100);

        Assert.EndsWith("Traded Expired", desk.Told(order), StringComparison.Ordinal);
        Assert.Equal((TestPlans.Close, 100), (desk.Of(order)[^1].VenueTime, desk.Of(order)[^1].Filled.Units));
        Assert.EndsWith("Working Expired", desk.Told(stop), StringComparison.Ordinal);
    }

    [Fact]
    public void Around_the_clock_the_session_ends_at_midnight()
    {
        var desk = Open(calendar: TradingCalendar.AlwaysOpen);
        var order = desk.Arrive(Side.Buy, OrderType.Limit, 50, 99);

        desk.Now = TestPlans.Midnight.PlusSeconds(86_400);
        desk.Pass(100);

        Assert.EndsWith("Expired", desk.Told(order), StringComparison.Ordinal);
        Assert.Equal(TestPlans.Midnight.PlusSeconds(86_400), desk.Of(order)[^1].VenueTime);
    }

    [Fact]
    public void A_calendar_that_ends_the_session_earlier_ends_its_orders_earlier()
    {
        var desk = Open();
        var order = desk.Arrive(Side.Buy, OrderType.Limit, 50, 99);
        const string Shorter = "session,2026-01-05,2026-01-05,NSE,stocks,open 09:15-11:00,confirmed,test,2026-01-01,,test";
        var entry = TestCalendars.Of(Shorter).Entries[0];

        desk.Venue.Follow(desk.Plan.Calendar.With(entry));
        desk.Now = TestPlans.Midnight.PlusSeconds(11 * 3_600);
        desk.Pass(100);

        Assert.EndsWith("Expired", desk.Told(order), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_requests_under_another_seed_take_other_ways()
    {
        static Instant Heard(ulong seed)
        {
            var desk = Open(seed: seed);
            desk.Arrive(Side.Buy, OrderType.Market, 50);
            return desk.Inputs[0].At;
        }

        var (first, again, other) = (Heard(1), Heard(1), Heard(2));

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    internal static PaperDesk Open(
        PaperRules? rules = null, TradingCalendar? calendar = null, ulong seed = PaperDesk.Seed,
        Func<Instrument, Instrument>? shape = null)
    {
        var desk = new PaperDesk(rules, calendar, shape, seed);
        desk.Book(Bids, Offers);
        desk.Tick(100, 1_000);
        return desk;
    }

    /// <summary>A bid for ten units of the first instrument.</summary>
    internal static VenueRequest Limit(DeskPlan plan, int intent, Price price)
    {
        var order = new OrderId(intent, 1);
        return new VenueRequest
        {
            Kind = VenueRequestKind.Place,
            Account = default,
            Instrument = TestPlans.One,
            Order = order,
            Tag = OrderTag.Of(plan.TagKey, order, 1),
            Terms = Terms(Side.Buy, OrderType.Limit, 10) with { Price = price },
        };
    }

    internal static OrderTerms Terms(Side side, OrderType type, long units, decimal rupees = 0, decimal trigger = 0) => new()
    {
        Side = side,
        Product = Product.Mis,
        Type = type,
        Validity = Validity.Day,
        Quantity = new Quantity(units),
        Price = Price.FromRupees(rupees),
        Trigger = Price.FromRupees(trigger),
    };
}
