using TradingDesk.Engine.Line;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Venues.Paper;

/// <summary>What the paper venue has said and the desk has not heard yet, in the order in which it arrives there.</summary>
internal sealed class PaperReports(PaperLatency latency)
{
    private readonly PriorityQueue<Told, (Instant Due, long Number)> _waiting = new();
    private long _number;

    /// <summary>When the next one is due; never, when there is none.</summary>
    public Instant Due => _waiting.TryPeek(out _, out var when) ? when.Due : Never;

    public static Instant Never => new(long.MaxValue);

    /// <summary>Sends a report of an order on its way; it arrives after all that were said of the order before.</summary>
    public void Say(PaperOrder order, Instant at, OrderEvent what)
    {
        (what.Tag, what.Account, what.Side, what.VenueTime) = (order.Tag, order.Account, order.Terms.Side, at);
        if (what.Kind != OrderEventKind.Refused) what.VenueOrder = order.Number;
        var due = new Instant(at.Nanos + latency.Back(order.Tag, order.Reports));
        if (due < order.ReportedAt) due = order.ReportedAt;
        order.Reports++;
        order.ReportedAt = due;
        _waiting.Enqueue(new Told(order.Instrument, what), (due, _number++));
    }

    /// <summary>What the venue says of where the order stands.</summary>
    public void Show(PaperOrder order, OrderState state, EvidenceSource source, Instant at) => Say(order, at, new OrderEvent
    {
        Kind = OrderEventKind.Seen,
        Source = source,
        Seen = state,
        Quantity = order.Terms.Quantity,
        Filled = order.Filled,
    });

    public void Refuse(PaperOrder order, OrderEventKind kind, RefusalCode code, byte version, Instant at) =>
        Say(order, at, new OrderEvent { Kind = kind, Source = EvidenceSource.Reply, Code = code, Version = version });

    /// <summary>Takes the next one; its time is when it is due, or the line's clock where that has passed it.</summary>
    public DeskInput Take(Instant clock)
    {
        _waiting.TryDequeue(out var told, out var when);
        return DeskInput.Of(when.Due > clock ? when.Due : clock, told.Instrument, told.What);
    }

    private readonly record struct Told(InstrumentId Instrument, OrderEvent What);
}
