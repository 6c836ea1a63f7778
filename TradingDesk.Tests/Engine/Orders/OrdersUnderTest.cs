using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Engine.Orders;

/// <summary>Orders of ten shares in any state, and the events that may happen to them.</summary>
internal static class OrdersUnderTest
{
    public const long Units = 10;
    public const long VenueNumber = 77;
    public static readonly Instant Start = Instant.FromUnixSeconds(1_767_580_000);

    public static Order New(long units = Units)
    {
        var terms = new OrderTerms
        {
            Side = Side.Buy,
            Product = Product.Mis,
            Type = OrderType.Limit,
            Validity = Validity.Day,
            Quantity = new Quantity(units),
            Price = Price.FromRupees(100),
        };
        var intent = new IntentTerms { Number = 1, Whole = terms, SliceQuantity = terms.Quantity };
        return new Order(new OrderId(1, 1), new InstrumentId(0), intent, terms, Start);
    }

    /// <summary>An order that was brought to that state by events, as far as it is one that events can bring about.</summary>
    public static Order In(OrderState state)
    {
        var order = New();
        if (state == OrderState.Accepted) return order;
        if (state == OrderState.Abandoned) return With(order, Event(OrderEventKind.Abandoned));
        With(order, Claimed());
        return state switch
        {
            OrderState.Sending => order,
            OrderState.Unknown => With(order, Event(OrderEventKind.Ambiguous)),
            OrderState.Pending => With(order, Acknowledged()),
            OrderState.Working => With(order, Acknowledged(), Seen(OrderState.Working)),
            OrderState.Partial => With(order, Acknowledged(), Seen(OrderState.Working), Trade(1, 4)),
            OrderState.Filled => With(order, Acknowledged(), Trade(1, 4), Trade(2, 6)),
            OrderState.Cancelled => With(order, Acknowledged(), Trade(1, 4), Seen(OrderState.Cancelled)),
            OrderState.Rejected => With(order, Event(OrderEventKind.Refused)),
            OrderState.Expired => With(order, Acknowledged(), Seen(OrderState.Expired)),
            OrderState.PresumedAbsent => With(order, Event(OrderEventKind.Ambiguous), Event(OrderEventKind.FoundAbsent)),
            OrderState.Conflict => With(order, Acknowledged(), Trade(1, 11)),
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
    }

    public static Order With(Order order, params OrderEvent[] events)
    {
        foreach (var happened in events)
        {
            var what = happened;
            OrderMachine.Apply(order, ref what);
        }

        return order;
    }

    public static OrderVerdict Apply(Order order, OrderEvent what) => OrderMachine.Apply(order, ref what);

    public static OrderEvent Event(OrderEventKind kind) => new() { Kind = kind };

    public static OrderEvent Claimed() =>
        new() { Kind = OrderEventKind.Claimed, Attempt = 1, Tag = OrderTag.Of(TagKey.Plain, new OrderId(1, 1), 1) };

    public static OrderEvent Acknowledged(long number = VenueNumber) =>
        new() { Kind = OrderEventKind.Acknowledged, Source = EvidenceSource.Reply, VenueOrder = number };

    /// <summary>A cancelled or working order shows what it has filled; a complete one all of it.</summary>
    public static OrderEvent Seen(
        OrderState state, long filled = -1, EvidenceSource source = EvidenceSource.Stream, int second = 1) => new()
        {
            Kind = OrderEventKind.Seen,
            Source = source,
            Seen = state,
            Side = Side.Buy,
            Filled = new Quantity(filled >= 0 ? filled : state == OrderState.Filled ? Units : 0),
            VenueOrder = VenueNumber,
            VenueTime = Start.PlusSeconds(second),
        };

    public static OrderEvent Trade(long fill, long units) => new()
    {
        Kind = OrderEventKind.Traded,
        Source = EvidenceSource.Stream,
        Side = Side.Buy,
        Quantity = new Quantity(units),
        Price = Price.FromRupees(100),
        FillId = fill,
        VenueOrder = VenueNumber,
        VenueTime = Start.PlusSeconds(1),
    };

    public static OrderEvent Changed(OrderEventKind kind, byte version = 1) => new()
    {
        Kind = kind,
        Version = version,
        Quantity = new Quantity(Units),
        Price = Price.FromRupees(99),
    };

    public static OrderEvent Resolved(OrderState state) =>
        new() { Kind = OrderEventKind.Resolved, Source = EvidenceSource.Person, Seen = state };

    /// <summary>Every event once, those that say a state once for each, under the name it has in the table.</summary>
    public static IReadOnlyList<(string Name, OrderEvent Event)> Events { get; } =
    [
        ("claimed", Claimed()),
        ("not-sent", Event(OrderEventKind.NotSent)),
        ("acknowledged", Acknowledged()),
        ("acknowledged-without-number", Acknowledged(0)),
        ("acknowledged-as-another", Acknowledged(78)),
        ("refused", Event(OrderEventKind.Refused)),
        ("ambiguous", Event(OrderEventKind.Ambiguous)),
        ("restarted", Event(OrderEventKind.Restarted)),
        ("seen-pending", Seen(OrderState.Pending)),
        ("seen-working", Seen(OrderState.Working)),
        ("seen-working-with-3", Seen(OrderState.Working, 3)),
        ("seen-filled", Seen(OrderState.Filled)),
        ("seen-filled-but-3", Seen(OrderState.Filled, 3)),
        ("seen-cancelled", Seen(OrderState.Cancelled)),
        ("seen-rejected", Seen(OrderState.Rejected)),
        ("seen-expired", Seen(OrderState.Expired)),
        ("seen-with-11", Seen(OrderState.Working, 11)),
        ("seen-as-a-sale", Seen(OrderState.Working) with { Side = Side.Sell }),
        ("book-shows-working-later", Seen(OrderState.Working, 0, EvidenceSource.OrderBook, 60)),
        ("book-shows-working-with-4-later", Seen(OrderState.Working, 4, EvidenceSource.OrderBook, 60)),
        ("trade-of-2", Trade(90, 2)),
        ("trade-of-2-again", Trade(1, 2)),
        ("trade-of-10", Trade(91, 10)),
        ("trade-of-11", Trade(92, 11)),
        ("trade-of-a-sale", Trade(93, 2) with { Side = Side.Sell }),
        ("cancel-claimed", Event(OrderEventKind.CancelClaimed)),
        ("cancel-refused", Event(OrderEventKind.CancelRefused)),
        ("cancel-ambiguous", Event(OrderEventKind.CancelAmbiguous)),
        ("change-claimed", Changed(OrderEventKind.ModifyClaimed)),
        ("changed", Changed(OrderEventKind.Modified)),
        ("change-refused", Changed(OrderEventKind.ModifyRefused)),
        ("change-ambiguous", Changed(OrderEventKind.ModifyAmbiguous)),
        ("abandoned", Event(OrderEventKind.Abandoned)),
        ("found-absent", Event(OrderEventKind.FoundAbsent)),
        ("resolved-working", Resolved(OrderState.Working)),
        ("resolved-cancelled", Resolved(OrderState.Cancelled)),
        ("resolved-filled", Resolved(OrderState.Filled)),
        ("resolved-absent", Resolved(OrderState.PresumedAbsent)),
    ];
}
