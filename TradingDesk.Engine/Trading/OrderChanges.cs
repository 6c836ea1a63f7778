using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Risk;
using TradingDesk.Engine.Trading.Risks;

namespace TradingDesk.Engine.Trading;

/// <summary>What is wanted of orders that were sent: cancelled, changed, or their doubt resolved by a person.</summary>
internal sealed class OrderChanges(MoneyPath path, PacedRequests paced)
{
    public RefusalCode Cancel(SubmittedCommand submitted, Account account, OrderId id)
    {
        if (Owned(account, id) is not { } order) return RefusalCode.OrderUnknown;
        if (order.State.IsFinished()) return RefusalCode.OrderFinished;
        return Cancel(order, submitted) ? RefusalCode.None : RefusalCode.CommandUnderWay;
    }

    public RefusalCode CancelEach(SubmittedCommand submitted, Account account)
    {
        var told = submitted;
        foreach (var order in path.Book.Orders.Open.ToArray())
        {
            if (order.Account == account.Id && Cancel(order, told)) told = submitted with { Number = 0, Key = "" };
        }

        return ReferenceEquals(told, submitted) ? RefusalCode.OrderFinished : RefusalCode.None;
    }

    public bool Cancel(Order order, SubmittedCommand? submitted = null)
    {
        if (order.Pending is PendingCommand.CancelSending or PendingCommand.ModifySending) return false;
        if (order.Pending == PendingCommand.CancelWhenKnown && order.State == OrderState.Unknown) return false;
        if (order.State == OrderState.Sending) return paced.Withdraw(order, submitted);
        if (order.State == OrderState.Conflict) return false;
        var number = path.Say.Happen(order, new OrderEvent { Kind = OrderEventKind.CancelClaimed }, submitted);
        if (order.Pending == PendingCommand.CancelSending)
            path.Parked.Park(number, VenueRequest.Of(order, VenueRequestKind.Cancel, path.Clock));
        return number > 0;
    }

    public RefusalCode Change(SubmittedCommand submitted, Account account, ChangeOrder change)
    {
        if (Owned(account, change.Order) is not { } order) return RefusalCode.OrderUnknown;
        if (order.State.IsFinished()) return RefusalCode.OrderFinished;
        if (order.State is not (OrderState.Working or OrderState.Partial) || order.Pending != PendingCommand.None)
            return RefusalCode.CommandUnderWay;
        var terms = order.Terms with { Quantity = change.Quantity, Price = change.Price, Trigger = change.Trigger };
        if (terms == order.Terms) return RefusalCode.NothingChanged;
        var refusal = JudgeChange(account, order, terms);
        if (refusal != RefusalCode.None) return refusal;
        var wanted = new OrderEvent
        {
            Kind = OrderEventKind.ModifyClaimed,
            Version = (byte)(order.Version + 1),
            Quantity = terms.Quantity,
            Price = terms.Price,
            Trigger = terms.Trigger,
        };
        var number = path.Say.Happen(order, wanted, submitted);
        var request = VenueRequest.Of(order, VenueRequestKind.Modify, path.Clock);
        path.Parked.Park(number, request with { Terms = terms, Version = wanted.Version });
        return RefusalCode.None;
    }

    /// <summary>A change is judged as the order it makes; an exit may not be made larger.</summary>
    private RefusalCode JudgeChange(Account account, Order order, in OrderTerms terms)
    {
        var instrument = path.Plan.Instruments[order.Instrument];
        if (terms.Quantity <= order.Filled || order.Version == byte.MaxValue) return RefusalCode.QuantityNotAllowed;
        if (order.Role != IntentRole.Entry && terms.Quantity > order.Terms.Quantity) return RefusalCode.NothingToExit;
        if (terms.Quantity > OrderFit.SliceOf(instrument, terms.Quantity)) return RefusalCode.TooManySlices;
        var now = path.Market.Of(instrument, path.Clock, path.IsReduceOnly);
        var refusal = path.Gate.JudgeChange(order, terms, instrument, account, now);
        if (refusal != RefusalCode.None || order.Role != IntentRole.Entry) return refusal;
        if (!path.Levels.Covers(account, order, terms)) return RefusalCode.FundsShort;
        return path.Risks.JudgeChange(account, order, terms, now);
    }

    public RefusalCode Resolve(SubmittedCommand submitted, Account account, ResolveOrder resolve)
    {
        if (Owned(account, resolve.Order) is not { } order) return RefusalCode.OrderUnknown;
        if (!order.State.IsDoubtful()) return RefusalCode.NotResolvable;
        var found = new OrderEvent
        {
            Kind = OrderEventKind.Resolved,
            Source = EvidenceSource.Person,
            Seen = StateOf(resolve.As),
            VenueOrder = resolve.VenueOrder,
        };
        var number = path.Say.Happen(order, found, submitted);
        // After a start the paper venue knows only what it is told.
        if (found.Seen == OrderState.Working)
            path.Parked.Park(number, VenueRequest.Of(order, VenueRequestKind.Recall, path.Clock) with { ClaimedAt = order.At });
        return number > 0 ? RefusalCode.None : RefusalCode.NotResolvable;
    }

    private static OrderState StateOf(ResolvedAs found) => found switch
    {
        ResolvedAs.Working => OrderState.Working,
        ResolvedAs.Filled => OrderState.Filled,
        ResolvedAs.Cancelled => OrderState.Cancelled,
        ResolvedAs.Rejected => OrderState.Rejected,
        _ => OrderState.PresumedAbsent,
    };

    private Order? Owned(Account account, OrderId id) =>
        path.Book.Orders.Find(id) is { } order && order.Account == account.Id ? order : null;
}
