using System.Diagnostics;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Venues.Paper;

/// <summary>Where requests arrive at the paper venue: taken or refused by the session and the book of that moment.</summary>
internal sealed class PaperGate(TagKey tagKey, SessionClocks sessions, PaperReports reports)
{
    private const int SlicesMost = 100;
    private const int AttemptsMost = 100;

    public void Take(in VenueRequest request, PaperBook book, Instant at)
    {
        var known = book.Find(request.Tag);
        ref readonly var session = ref sessions[request.Instrument].At(at);
        switch (request.Kind)
        {
            case VenueRequestKind.Place: Place(request, known, book, session, at); break;
            case VenueRequestKind.Modify: Change(request, known, book, session, at); break;
            case VenueRequestKind.Cancel: Cancel(request, known, book, at); break;
            case VenueRequestKind.Recall: Recall(request, known, book, session, at); break;
            default: throw new UnreachableException();
        }
    }

    private void Place(in VenueRequest request, PaperOrder? known, PaperBook book, in TradingSession session, Instant at)
    {
        if (known is not null) throw new InvalidOperationException($"The tag {request.Tag} was sent twice.");
        var order = new PaperOrder(request, NumberOf(request), at, session.Close);
        var refusal = Judge(request.Terms, book, session, at);
        if (refusal == RefusalCode.None && !book.IsFresh(session, at)) refusal = RefusalCode.VenueNoBook;
        if (refusal != RefusalCode.None)
        {
            reports.Refuse(order, OrderEventKind.Refused, refusal, 0, at);
            return;
        }

        reports.Say(order, at, new OrderEvent { Kind = OrderEventKind.Acknowledged, Source = EvidenceSource.Reply });
        reports.Show(order, OrderState.Working, EvidenceSource.Stream, at);
        if (order.Terms.IsStop) order.Stage = PaperStage.Stopped;
        book.Enter(order, session, at);
    }

    private void Change(in VenueRequest request, PaperOrder? known, PaperBook book, in TradingSession session, Instant at)
    {
        var refusal = RefusalCode.VenueNotFound;
        if (known is not null) refusal = Judge(request.Terms, book, session, at);
        if (refusal == RefusalCode.None && request.Terms.Quantity <= known!.Filled) refusal = RefusalCode.VenueRefused;
        if (refusal != RefusalCode.None)
        {
            reports.Refuse(known ?? Forgotten(request, at), OrderEventKind.ModifyRefused, refusal, request.Version, at);
            return;
        }

        reports.Say(known!, at, new OrderEvent
        {
            Kind = OrderEventKind.Modified,
            Source = EvidenceSource.Reply,
            Version = request.Version,
            Quantity = request.Terms.Quantity,
            Price = request.Terms.Price,
            Trigger = request.Terms.Trigger,
        });
        book.Change(known!, request.Terms, session, at);
    }

    private void Cancel(in VenueRequest request, PaperOrder? known, PaperBook book, Instant at)
    {
        if (known is not null) book.Cancel(known, at);
        else reports.Refuse(Forgotten(request, at), OrderEventKind.CancelRefused, RefusalCode.VenueNotFound, 0, at);
    }

    /// <summary>
    /// Works an order again that the journal knows. What was asked of it when the desk stopped has not arrived, which is said first and
    /// leaves no doubt.
    /// </summary>
    private void Recall(in VenueRequest request, PaperOrder? known, PaperBook book, in TradingSession session, Instant at)
    {
        var until = sessions[request.Instrument].Of(request.ClaimedAt).Close;
        var number = request.VenueOrder == 0 ? NumberOf(request) : request.VenueOrder;
        var order = known ?? new PaperOrder(request, number, at, until);
        if (known is null)
        {
            reports.Refuse(order, OrderEventKind.ModifyRefused, RefusalCode.VenueNotSent, request.Version, at);
            reports.Refuse(order, OrderEventKind.CancelRefused, RefusalCode.VenueNotSent, 0, at);
        }

        var state = StateOf(order, at);
        reports.Show(order, state, EvidenceSource.OrderBook, at);
        if (known is not null || state != OrderState.Working) return;
        order.Stage = StageOf(order);
        book.Enter(order, session, at);
    }

    /// <summary>What is left of an immediate order, or of a session that has ended meanwhile, works no more.</summary>
    private static OrderState StateOf(PaperOrder order, Instant at)
    {
        if (order.Left.Units <= 0) return OrderState.Filled;
        if (order.Until <= at) return OrderState.Expired;
        return order.Terms.Validity == Validity.Ioc ? OrderState.Cancelled : OrderState.Working;
    }

    /// <summary>A recalled order goes to the back of its queue; a stop waits for its trigger unless it was let go before.</summary>
    private static PaperStage StageOf(PaperOrder order)
    {
        if (order.Terms.IsStop && !order.IsTriggered && order.Filled.Units == 0) return PaperStage.Stopped;
        return order.Terms.HasPrice ? PaperStage.Resting : PaperStage.Taking;
    }

    private static RefusalCode Judge(in OrderTerms terms, PaperBook book, in TradingSession session, Instant at)
    {
        if (!session.Contains(at)) return RefusalCode.VenueSessionOver;
        return PaperChecks.Refuse(terms, book.Instrument, book.NewestOf(session).PreviousClose, at.IndiaDate);
    }

    /// <summary>An order that is no more: only what is said about it needs one.</summary>
    private static PaperOrder Forgotten(in VenueRequest request, Instant at) => new(request, request.VenueOrder, at, at);

    /// <summary>Intent, slice and attempt, two digits for each of the last two: the same after every start, and readable.</summary>
    private long NumberOf(in VenueRequest request)
    {
        if (!request.Tag.TryRead(tagKey, out var order, out var attempt) || order != request.Order || order.Slice >= SlicesMost)
            throw new InvalidOperationException($"The order {request.Order} was sent under the tag {request.Tag}.");
        return (((order.Intent * (long)SlicesMost) + order.Slice) * AttemptsMost) + attempt;
    }
}
