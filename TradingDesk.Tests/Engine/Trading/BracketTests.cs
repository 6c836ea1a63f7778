using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Engine.Trading;

/// <summary>A bracket protects what its own intent has bought, all of it, until that is left - and nothing else.</summary>
public sealed class BracketTests
{
    private const int Entry = 100;

    private readonly TradingUnderTest _desk = new();

    [Fact]
    public void What_the_entry_fills_after_its_stop_has_fired_leaves_too()
    {
        var order = Protected(Entry, isFilled: 40);
        Fall();
        _desk.Fill(Stops().Single(), 40, 994);

        _desk.Fill(order, 60, 990);
        _desk.Pass(2_000);
        Fall();

        Assert.Equal([40L, 60L], Stops().Select(stop => stop.Terms.Quantity.Units));
    }

    [Fact]
    public void A_stop_that_the_venue_refused_is_sent_again()
    {
        Protected(Entry, Entry);
        Fall();

        Refuse(Stops().Single());
        Fall();
        var atOnce = Stops().Count;
        _desk.Pass(2_000);
        Fall();

        Assert.Equal(1, atOnce);
        Assert.Equal([100L, 100L], Stops().Select(stop => stop.Terms.Quantity.Units));
    }

    [Fact]
    public void A_stop_that_an_operator_cancelled_is_not_sent_again()
    {
        Protected(Entry, Entry);
        Fall();
        _desk.Work(Stops().Single());
        _desk.Report(Stops().Single(), Cancelled());

        _desk.Pass(2_000);
        Fall();

        Assert.Single(Stops());
    }

    [Fact]
    public void A_position_left_by_hand_leaves_nothing_for_its_bracket_to_sell_later()
    {
        Protected(Entry, Entry);
        _desk.Trade(TradingUnderTest.Sell(TradingUnderTest.Share, Entry), 1_000);
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, Entry), 990);

        Fall();

        Assert.Empty(Stops());
    }

    [Fact]
    public void Units_sold_by_hand_are_the_oldest_brackets()
    {
        var first = Protected(Entry, Entry);
        var second = Protected(Entry, Entry);

        _desk.Trade(TradingUnderTest.Sell(TradingUnderTest.Share, 130), 1_000);

        Assert.Equal(0, _desk.Book.Brackets[first.Id.Intent].Guarded.Units);
        Assert.Equal(70, _desk.Book.Brackets[second.Id.Intent].Guarded.Units);
    }

    [Fact]
    public void A_stop_takes_an_own_order_out_of_its_way_that_waits_to_sell_the_same()
    {
        Protected(Entry, Entry);
        var waiting = _desk.Order(_desk.Ask(TradingUnderTest.Sell(TradingUnderTest.Share, Entry, OrderType.Limit, 1_050)));
        _desk.Work(waiting);

        Fall();
        _desk.Sync();
        _desk.Report(waiting, Cancelled());
        _desk.Pass(2_000);
        Fall();

        Assert.Contains(_desk.Venue.Requests, request => request.Kind == VenueRequestKind.Cancel && request.Order == waiting.Id);
        Assert.Equal(100, Assert.Single(Stops()).Terms.Quantity.Units);
    }

    [Fact]
    public void A_start_knows_what_is_left_to_protect()
    {
        var order = Protected(Entry, isFilled: 40);
        Fall();
        _desk.Fill(order, 25, 990);
        Refuse(Stops().Single());

        var again = new TradingUnderTest(_desk.Journal, _desk.Now.PlusSeconds(10));

        var (before, after) = (_desk.Book.Brackets[order.Id.Intent], again.Book.Brackets[order.Id.Intent]);
        Assert.Equal(65, before.Guarded.Units);
        Assert.Equal((before.Guarded, before.Fired), (after.Guarded, after.Fired));
    }

    [Fact]
    public void A_trail_wider_than_any_price_is_refused()
    {
        var wanted = TradingUnderTest.Sell(TradingUnderTest.Share, 10) with
        {
            Stop = Price.FromRupees(1_010),
            Trail = new Price(long.MaxValue / 500 * 500),
        };

        var answer = _desk.Ask(wanted);

        Assert.Equal((FactKind.IntentDenied, RefusalCode.BracketNotAllowed), (answer.Kind, answer.Refusal));
    }

    [Fact]
    public void The_bracket_of_a_stop_lies_around_its_trigger()
    {
        var wanted = TradingUnderTest.Buy(TradingUnderTest.Share, 10, OrderType.StopMarket, trigger: 1_020);

        var around = _desk.Ask(wanted with { Stop = Price.FromRupees(1_010), Target = Price.FromRupees(1_030) });
        var below = _desk.Ask(wanted with { Target = Price.FromRupees(1_010) });

        Assert.Equal(FactKind.IntentAccepted, around.Kind);
        Assert.Equal((FactKind.IntentDenied, RefusalCode.BracketNotAllowed), (below.Kind, below.Refusal));
    }

    /// <summary>A buy at the market with a stop at 995, of which some units have filled at 1,000.</summary>
    private Order Protected(long units, long isFilled)
    {
        var order = _desk.Order(_desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, units) with { Stop = Price.FromRupees(995) }));
        _desk.Work(order);
        _desk.Fill(order, isFilled, 1_000);
        return order;
    }

    private void Fall() => _desk.Tick(TradingUnderTest.Share, 99_400);

    private void Refuse(Order order)
    {
        _desk.Sync();
        var noBook = new OrderEvent { Kind = OrderEventKind.Refused, Source = EvidenceSource.Reply, Code = RefusalCode.VenueNoBook };
        _desk.Report(order, noBook);
    }

    private static OrderEvent Cancelled() =>
        new() { Kind = OrderEventKind.Seen, Source = EvidenceSource.Stream, Seen = OrderState.Cancelled };

    private List<Order> Stops() =>
        [.. _desk.Book.Orders.All.Where(order => order.Role == IntentRole.Stop).OrderBy(order => order.Id.Intent)];
}
