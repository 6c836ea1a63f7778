using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Trading.Risks;

/// <summary>
/// Stands between the journal's word and the venue: lets requests go at the pace that an account's venue allows, exits and cancels first.
/// Nothing is dropped: what waits too long, or may not leave any more when its turn comes, becomes an order that was not sent.
/// </summary>
internal sealed class PacedRequests(MoneyPath path)
{
    /// <summary>Requests that one input may give up: an input's facts are bounded, and the next input goes on.</summary>
    private const int GivenUpMost = 100;

    private readonly Dictionary<(AccountId, Segment), RequestLane> _byName = [];
    private readonly List<(RequestLane Lane, long PatienceNanos)> _lanes = [];
    private readonly HashSet<OrderId> _waiting = [];
    private Instant _usedUntil;
    private int _queued;

    /// <summary>The desk goes on after another one, which may have used the second before this moment up.</summary>
    public void Begin(Instant at) => _usedUntil = at;

    /// <summary>Sends now, or when its turn comes.</summary>
    public void Send(in VenueRequest request)
    {
        var rules = path.Book.Of(request.Account).Rules;
        if (rules.RequestsPerSecond == 0)
        {
            path.Parked.Send(request);
            return;
        }

        var (lane, isUrgent) = (LaneOf(request), IsReducing(request));
        if (lane.TryPass(isUrgent, path.Clock))
        {
            path.Parked.Send(request);
            return;
        }

        lane.Wait(request, isUrgent, path.Clock);
        _queued++;
        if (request.Kind == VenueRequestKind.Place) _waiting.Add(request.Order);
    }

    /// <summary>The line's clock has moved on.</summary>
    public void Move()
    {
        if (_queued == 0) return;
        var givenUp = 0;
        foreach (var (lane, patience) in _lanes)
        {
            while (givenUp < GivenUpMost && lane.TryTake(path.Clock, patience, out var request, out var isTooLate))
            {
                _queued--;
                _waiting.Remove(request.Order);
                if (Leave(request, isTooLate)) continue;
                givenUp++;
                if (!isTooLate) lane.GiveBack();
            }
        }
    }

    /// <summary>
    /// Takes back an order that waits for its turn; false when it has left, or waits for the journal. Where nobody asked for it, the order
    /// says what stopped it.
    /// </summary>
    public bool Withdraw(Order order, SubmittedCommand? submitted)
    {
        if (!_waiting.Remove(order.Id)) return false;
        var why = submitted is null ? WhyNot(order) : RefusalCode.None;
        if (why == RefusalCode.None) why = RefusalCode.VenueNotSent;
        return path.Say.Happen(order, new OrderEvent { Kind = OrderEventKind.NotSent, Code = why }, submitted) > 0;
    }

    /// <summary>It will not leave.</summary>
    public void NotSent(in VenueRequest request, RefusalCode why)
    {
        if (path.Book.Orders.Find(request.Order) is not { } order) return;
        var kind = request.Kind == VenueRequestKind.Modify ? OrderEventKind.ModifyRefused : OrderEventKind.NotSent;
        path.Say.Happen(order, new OrderEvent { Kind = kind, Version = request.Version, Code = why }, null);
    }

    /// <summary>Cancels, and whatever leaves a position.</summary>
    public bool IsReducing(in VenueRequest request) => request.Kind switch
    {
        VenueRequestKind.Place or VenueRequestKind.Modify => path.Book.Orders.Find(request.Order)?.Role != IntentRole.Entry,
        _ => true,
    };

    private bool Leave(in VenueRequest request, bool isTooLate)
    {
        // What was taken back while it waited was told then.
        var order = path.Book.Orders.Find(request.Order);
        if (request.Kind == VenueRequestKind.Place && order?.State != OrderState.Sending) return false;
        var why = isTooLate ? RefusalCode.RateBudgetShort : IsReducing(request) ? RefusalCode.None : WhyNot(order);
        if (why == RefusalCode.None) path.Parked.Send(request);
        else NotSent(request, why);
        return why == RefusalCode.None;
    }

    /// <summary>Why an entry, or a change of one, may not leave any more; none when it may.</summary>
    private RefusalCode WhyNot(Order? order)
    {
        if (order is null) return RefusalCode.VenueNotSent;
        if (path.Book.Kills.Stops(order.Account)) return RefusalCode.Killed;
        return path.IsReduceOnly ? RefusalCode.ReduceOnly : path.Risks.WhyHeld(order);
    }

    private RequestLane LaneOf(in VenueRequest request)
    {
        var name = (request.Account, path.Plan.Instruments[request.Instrument].Segment);
        if (_byName.TryGetValue(name, out var lane)) return lane;
        var rules = path.Book.Of(request.Account).Rules;
        lane = new RequestLane(rules.RequestsPerSecond, rules.RequestsKept);
        if (_usedUntil != default) lane.Fill(_usedUntil);
        _byName.Add(name, lane);
        _lanes.Add((lane, rules.PatienceSeconds * Instant.NanosPerSecond));
        return lane;
    }
}
