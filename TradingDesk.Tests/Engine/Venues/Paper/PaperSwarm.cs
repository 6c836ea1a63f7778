using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Venues.Paper;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Venues.Paper;

/// <summary>
/// A seeded session of three accounts against a market that also sends garbage: books, trades, orders, changes, cancels and a start anew
/// or two; the desk's side is played by the real order machine, what the venue says is judged by an oracle.
/// </summary>
internal sealed class PaperSwarm
{
    private const int Steps = 3_000;
    private const int Lot = 25;

    private readonly Random _random;
    private readonly DeskPlan _plan;
    private readonly PaperSwarmOracle _oracle;
    private readonly Dictionary<OrderTag, Order> _orders = [];
    private readonly long[] _middle = [10_000, 5_000];
    private readonly long[] _volume = [1, 1];
    private PaperMarket _venue;
    private Instant _now = TestPlans.Open.PlusSeconds(60);

    public PaperSwarm(int seed)
    {
        _random = new Random(seed);
        var plan = TestPlans.File(TestCalendars.Weekdays, 2, 60);
        _plan = plan with { Instruments = new InstrumentTable(plan.Instruments.All.Select(Shape)) };
        _oracle = new PaperSwarmOracle(_plan.Instruments);
        _venue = Venue();
    }

    public IReadOnlyCollection<Order> Orders => _orders.Values;

    /// <summary>Everything the venue said, as the desk heard it.</summary>
    public List<string> Heard { get; } = [];

    public PaperSwarmOracle Oracle => _oracle;

    public void Run()
    {
        for (var step = 0; step < Steps; step++)
        {
            _now = _now.PlusMilliseconds(_random.Next(300) == 0 ? _random.Next(20_000) : _random.Next(1, 300));
            if (_random.Next(1_500) == 0) Restart();
            var instrument = new InstrumentId(_random.Next(2));
            switch (_random.Next(20))
            {
                case < 8: Take(DeskInput.Of(_now, instrument, Tick(instrument))); break;
                case < 15: Take(DeskInput.Of(_now, instrument, Book(instrument))); break;
                case < 18: Place(instrument); break;
                default: Disturb(); break;
            }
        }

        _now = TestPlans.Close;
        Take(DeskInput.Time(_now));
        _now = _now.PlusSeconds(1);
        Take(DeskInput.Time(_now));
    }

    private static Instrument Shape(Instrument instrument) =>
        instrument.Id == TestPlans.Two ? instrument with { Lot = Lot, Freeze = 20 * Lot } : instrument;

    private PaperMarket Venue() => new(_plan, PaperRules.Default, seed: 3);

    private void Take(in DeskInput input)
    {
        while (_venue.TryRead(input.At, out var report)) Hear(report);
        _oracle.See(input);
        _venue.Observe(input);
    }

    private void Hear(in DeskInput input)
    {
        var report = input.Report;
        var order = _orders[report.Tag];
        var verdict = OrderMachine.Apply(order, ref report);
        var told = $"{report.Kind} {report.Seen} {report.Code} {report.Quantity}@{report.Price} {report.FillId}";
        Heard.Add($"{input.At.Nanos} {report.Tag} {told}");
        _oracle.Judge(order, report, verdict, input.At);
    }

    /// <summary>The desk's process ends and starts: what was on the way in either direction is lost, what it knows is recalled.</summary>
    private void Restart()
    {
        _venue = Venue();
        Take(DeskInput.Time(_now));
        _oracle.Forget();
        foreach (var order in _orders.Values.Where(order => order.State.IsExposed()))
        {
            var started = new OrderEvent { Kind = OrderEventKind.Restarted };
            OrderMachine.Apply(order, ref started);
            _venue.Send(RequestOf(order, VenueRequestKind.Recall) with { ClaimedAt = order.At });
        }
    }

    private void Place(InstrumentId instrument)
    {
        var lot = _plan.Instruments[instrument].Lot;
        var type = (OrderType)_random.Next(1, 5);
        var terms = new OrderTerms
        {
            Side = (Side)_random.Next(1, 3),
            Product = Product.Mis,
            Type = type,
            Validity = type <= OrderType.Limit && _random.Next(5) == 0 ? Validity.Ioc : Validity.Day,
            Quantity = new Quantity(_random.Next(1, 22) * lot * (lot == 1 ? 30 : 1)),
            Price = type is OrderType.Limit or OrderType.StopLimit ? Near(instrument) : default,
            Trigger = type >= OrderType.StopLimit ? Near(instrument) : default,
        };
        var intent = new IntentTerms { Number = _orders.Count + 1, Account = new AccountId(_random.Next(3)), Whole = terms };
        var order = new Order(new OrderId(intent.Number, 1), instrument, intent, terms, _now);
        var claimed = new OrderEvent { Kind = OrderEventKind.Claimed, Attempt = 1, Tag = OrderTag.Of(_plan.TagKey, order.Id, 1) };
        OrderMachine.Apply(order, ref claimed);
        _orders.Add(order.Tag, order);
        _venue.Send(RequestOf(order, VenueRequestKind.Place));
    }

    /// <summary>A cancel or a change of an order that the desk believes to work.</summary>
    private void Disturb()
    {
        var open = _orders.Values.Where(order =>
            order.State is OrderState.Working or OrderState.Partial && order.Pending == PendingCommand.None).ToList();
        if (open.Count == 0) return;
        var order = open[_random.Next(open.Count)];
        var lot = _plan.Instruments[order.Instrument].Lot;
        var terms = order.Terms with { Quantity = order.Filled + new Quantity(_random.Next(1, 5) * lot) };
        if (order.Terms.HasPrice && _random.Next(2) == 0) terms = terms with { Price = Near(order.Instrument) };
        var asked = new OrderEvent
        {
            Kind = _random.Next(2) == 0 ? OrderEventKind.CancelClaimed : OrderEventKind.ModifyClaimed,
            Version = (byte)(order.Version + 1),
            Quantity = terms.Quantity,
            Price = terms.Price,
            Trigger = terms.Trigger,
        };
        if (order.Version == byte.MaxValue || OrderMachine.Apply(order, ref asked) != OrderVerdict.Moved) return;
        if (asked.Kind == OrderEventKind.CancelClaimed) _venue.Send(RequestOf(order, VenueRequestKind.Cancel));
        else _venue.Send(RequestOf(order, VenueRequestKind.Modify) with { Terms = terms, Version = asked.Version });
    }

    private VenueRequest RequestOf(Order order, VenueRequestKind kind) => VenueRequest.Of(order, kind, _now);

    private Price Near(InstrumentId instrument) => Price.FromPaise((_middle[instrument.Index] + _random.Next(-8, 9)) * 5);

    private Tick Tick(InstrumentId instrument)
    {
        ref var volume = ref _volume[instrument.Index];
        volume += _random.Next(4) == 0 ? 0 : _random.Next(300);
        var last = Price.FromPaise((_middle[instrument.Index] + _random.Next(-2, 3)) * 5);
        var tick = new Tick { Time = _now, Last = last, DayVolume = volume };
        return _random.Next(40) switch
        {
            0 => tick with { Time = _now.PlusSeconds(-86_400) },
            1 => tick with { Last = default },
            2 => tick with { DayVolume = 0 },
            _ => tick,
        };
    }

    private Depth Book(InstrumentId instrument)
    {
        ref var middle = ref _middle[instrument.Index];
        middle += _random.Next(-3, 4);
        var depth = new Depth { Time = _now, Anchor = Price.FromPaise(middle * 5) };
        var (bids, offers) = (_random.Next(6), _random.Next(6));
        for (var level = 0; level < Depth.Levels; level++)
        {
            if (level <= bids) depth.Bids[level] = new DepthLevel(-(level + 1) * 500, _random.Next(1, 300));
            if (level <= offers) depth.Offers[level] = new DepthLevel(level * 500, _random.Next(1, 300));
        }

        switch (_random.Next(40))
        {
            case 0: depth.Time = _now.PlusSeconds(-86_400); break;
            case 1: depth.Bids[0] = new DepthLevel(5_000, 50); break;
            case 2: depth.Time = _now.PlusSeconds(-12); break;
        }

        return depth;
    }
}
