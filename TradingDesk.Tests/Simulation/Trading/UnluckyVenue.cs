using TradingDesk.Engine.Line;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Simulation.Trading;

/// <summary>
/// A seeded venue to which everything happens that may happen between a desk and a venue: requests and replies are lost, reports repeated,
/// lost, late and out of order. An honest one never contradicts itself; another also fills what it called finished, and too much.
/// </summary>
internal sealed class UnluckyVenue(Random dice, bool isHonest) : IVenue
{
    private const int DelayMillisecondsMost = 3_000;

    private readonly Dictionary<OrderTag, UnluckyOrder> _orders = [];
    private readonly List<(Instant Due, VenueRequest Request)> _arriving = [];
    private readonly List<(Instant Due, DeskInput Report)> _leaving = [];
    private Instant _now;
    private long _numbers;

    public IReadOnlyCollection<UnluckyOrder> Orders => _orders.Values;

    /// <summary>Place requests by their tags, lost ones too.</summary>
    public Dictionary<OrderTag, int> Placed { get; } = [];

    /// <summary>What kinds of misfortune there were, and how often.</summary>
    public Dictionary<string, int> Misfortunes { get; } = [];

    public UnluckyOrder? Find(OrderTag tag) => _orders.GetValueOrDefault(tag);

    /// <summary>Sees every request before anything happens to it.</summary>
    public Action<VenueRequest> Sent { get; init; } = _ => { };

    public void Send(in VenueRequest request)
    {
        Sent(request);
        if (request.Kind == VenueRequestKind.Place) Placed[request.Tag] = Placed.GetValueOrDefault(request.Tag) + 1;
        if (request.Kind != VenueRequestKind.Recall && Happens(10, "request lost"))
        {
            Tell(request, Answer(request, OrderEventKind.Ambiguous, OrderEventKind.ModifyAmbiguous, OrderEventKind.CancelAmbiguous));
            return;
        }

        _arriving.Add((Later(), request));
    }

    /// <summary>Time goes on: requests arrive, orders trade; gives the reports that reach the desk now.</summary>
    public List<DeskInput> Move(Instant now)
    {
        _now = now;
        foreach (var (_, request) in Due(_arriving, now)) Take(request);
        if (_orders.Count > 0 && dice.Next(3) == 0) TradeOne();
        if (dice.Next(60) == 0) ShowBook();
        return [.. Due(_leaving, now).Select(told => told.What with { At = now })];
    }

    /// <summary>
    /// Its day ends: what is on the way arrives, what works expires, and the desk is told all of it once more, with proof of what never
    /// arrived. No misfortune any more.
    /// </summary>
    public List<DeskInput> End(Instant now, IEnumerable<Order> known)
    {
        _now = now;
        foreach (var (_, request) in _arriving) Take(request);
        _arriving.Clear();
        var told = _leaving.OrderBy(report => report.Due).Select(report => report.Report).ToList();
        foreach (var order in _orders.Values.Where(order => order.State == OrderState.Working)) order.State = OrderState.Expired;
        foreach (var order in known.Where(order => !order.Tag.IsNone)) told.AddRange(Proof(order));
        return [.. told.Select(report => report with { At = now })];
    }

    private IEnumerable<DeskInput> Proof(Order known)
    {
        if (Find(known.Tag) is not { } order)
        {
            var absent = new OrderEvent { Kind = OrderEventKind.FoundAbsent, Tag = known.Tag, Source = EvidenceSource.TradeBook };
            return [DeskInput.Of(_now, known.Instrument, absent)];
        }

        var isMade = order.Changes.Contains(known.Version);
        var change = new OrderEvent
        {
            Kind = isMade ? OrderEventKind.Modified : OrderEventKind.ModifyRefused,
            Version = known.Version,
        };
        OrderEvent[] all = [change, .. order.Trades, Shown(order, EvidenceSource.OrderBook)];
        return all.Select(what => InputOf(order, what));
    }

    private void Take(in VenueRequest request)
    {
        var known = Find(request.Tag);
        switch (request.Kind)
        {
            case VenueRequestKind.Place: Place(request); break;
            case VenueRequestKind.Modify: Change(request, known); break;
            case VenueRequestKind.Cancel: Cancel(request, known); break;
            default:
                if (known is not null) Show(known, EvidenceSource.OrderBook);
                break;
        }
    }

    private void Place(in VenueRequest request)
    {
        if (_orders.ContainsKey(request.Tag)) return;
        var order = new UnluckyOrder(request, ++_numbers);
        if (Happens(8, "refused"))
        {
            Tell(request, new OrderEvent { Kind = OrderEventKind.Refused, Code = RefusalCode.VenueRefused });
            if (isHonest || !Happens(30, "refused and taken")) return;
            (order.State, order.HasLied) = (OrderState.Rejected, true);
            _orders.Add(order.Tag, order);
            return;
        }

        _orders.Add(order.Tag, order);
        if (Happens(25, "reply lost")) Tell(request, new OrderEvent { Kind = OrderEventKind.Ambiguous });
        else Tell(order, new OrderEvent { Kind = OrderEventKind.Acknowledged, Source = EvidenceSource.Reply });
        if (Happens(5, "rejected late")) order.State = OrderState.Rejected;
        Tell(order, Shown(order, EvidenceSource.Stream));
    }

    private void Change(in VenueRequest request, UnluckyOrder? order)
    {
        order?.Hear(request.Version);
        var isTaken = order is { State: OrderState.Working } && request.Terms.Quantity.Units > order.Filled && dice.Next(5) > 0;
        if (isTaken) order!.Change(request.Terms, request.Version);
        var kind = isTaken ? OrderEventKind.Modified : OrderEventKind.ModifyRefused;
        if (Happens(20, "change reply lost")) kind = OrderEventKind.ModifyAmbiguous;
        Tell(request, new OrderEvent { Kind = kind, Version = request.Version });
    }

    private void Cancel(in VenueRequest request, UnluckyOrder? order)
    {
        var isTaken = order is { State: OrderState.Working } && dice.Next(5) > 0;
        if (isTaken) order!.State = OrderState.Cancelled;
        if (Happens(20, "cancel reply lost")) Tell(request, new OrderEvent { Kind = OrderEventKind.CancelAmbiguous });
        else if (!isTaken) Tell(request, new OrderEvent { Kind = OrderEventKind.CancelRefused, Code = RefusalCode.VenueNotFound });
        if (isTaken) Tell(order!, Shown(order!, EvidenceSource.Stream));
    }

    /// <summary>A working order trades; a dishonest venue also trades what is finished, or more than was ordered.</summary>
    private void TradeOne()
    {
        var order = _orders.Values.ElementAt(dice.Next(_orders.Count));
        var isOver = order.State != OrderState.Working;
        if (order.Left <= 0 || (isOver && (isHonest || dice.Next(4) > 0))) return;
        if (isOver) Note($"filled after {order.State}");
        order.HasLied |= isOver;
        var units = dice.Next(3) == 0 ? order.Left : dice.NextInt64(1, order.Left + 1);
        if (!isHonest && Happens(3, "filled too much")) units = order.Left + 1;
        order.Trades.Add(new OrderEvent
        {
            Kind = OrderEventKind.Traded,
            Source = EvidenceSource.Stream,
            Quantity = new Quantity(units),
            Price = order.Terms.Price == default ? Price.FromPaise(1_00_000 + dice.Next(-200, 200)) : order.Terms.Price,
            FillId = ++_numbers,
            VenueTime = _now,
        });
        if (order.Left <= 0 && !isOver) order.State = OrderState.Filled;
        Tell(order, order.Trades[^1]);
        if (dice.Next(2) == 0) Tell(order, Shown(order, EvidenceSource.Stream));
    }

    private void ShowBook()
    {
        foreach (var order in _orders.Values) Show(order, EvidenceSource.OrderBook);
    }

    private void Show(UnluckyOrder order, EvidenceSource source)
    {
        foreach (var trade in order.Trades) Tell(order, trade);
        Tell(order, Shown(order, source));
    }

    private OrderEvent Shown(UnluckyOrder order, EvidenceSource source) => new()
    {
        Kind = OrderEventKind.Seen,
        Source = source,
        Seen = order.State,
        Quantity = order.Terms.Quantity,
        Filled = new Quantity(order.Filled),
        VenueTime = _now,
    };

    private static OrderEvent Answer(in VenueRequest request, OrderEventKind place, OrderEventKind change, OrderEventKind cancel) => new()
    {
        Kind = request.Kind switch
        {
            VenueRequestKind.Place => place,
            VenueRequestKind.Modify => change,
            _ => cancel,
        },
        Version = request.Version,
    };

    /// <summary>A reply to a request: it may be late, it is never lost, for then the desk's own patience says so.</summary>
    private void Tell(in VenueRequest request, OrderEvent what) =>
        Leave(DeskInput.Of(_now, request.Instrument, what with { Tag = request.Tag, Source = EvidenceSource.Reply, VenueTime = _now }));

    private void Tell(UnluckyOrder order, OrderEvent what)
    {
        if (what.Source == EvidenceSource.Stream && Happens(15, "report lost")) return;
        Leave(InputOf(order, what));
    }

    private DeskInput InputOf(UnluckyOrder order, OrderEvent what) => DeskInput.Of(_now, order.Instrument, what with
    {
        Tag = order.Tag,
        Side = order.Terms.Side,
        VenueOrder = order.Number,
        VenueTime = what.VenueTime == default ? _now : what.VenueTime,
    });

    private void Leave(in DeskInput report)
    {
        _leaving.Add((Later(), report));
        while (Happens(15, "report repeated")) _leaving.Add((Later(), report));
    }

    private Instant Later() => _now.PlusMilliseconds(dice.Next(4) == 0 ? dice.Next(DelayMillisecondsMost) : dice.Next(50));

    private bool Happens(int percent, string what)
    {
        if (dice.Next(100) >= percent) return false;
        Note(what);
        return true;
    }

    private void Note(string what) => Misfortunes[what] = Misfortunes.GetValueOrDefault(what) + 1;

    private static List<(Instant Due, T What)> Due<T>(List<(Instant Due, T What)> waiting, Instant now)
    {
        var due = waiting.Where(one => one.Due <= now).OrderBy(one => one.Due).ToList();
        waiting.RemoveAll(one => one.Due <= now);
        return due;
    }
}
