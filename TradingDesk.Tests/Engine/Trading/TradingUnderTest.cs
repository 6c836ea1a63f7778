using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Strategies;
using TradingDesk.Engine.Trading;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Trading;

/// <summary>A desk with one account, a venue that only listens, and a journal that is durable when the test says so.</summary>
internal sealed class TradingUnderTest
{
    public const string Account = "PAPER-1";
    public static readonly InstrumentId Share = new(0);
    public static readonly InstrumentId Future = new(1);
    public static readonly InstrumentId Call = new(2);
    public static readonly InstrumentId Index = new(3);

    private readonly DeskCore _core;
    private readonly FactReader _reader;
    private long _number;
    private long _fill;
    private long _dayVolume;

    public TradingUnderTest(
        Instant? start = null,
        bool isOpened = true,
        IReadOnlyList<StrategyDescription>? strategies = null,
        Func<AccountMode, AccountMode>? mode = null)
    {
        Now = start ?? TestPlans.Open.PlusSeconds(60);
        _core = new DeskCore(Plan, Venue, strategies, mode);
        _reader = _core.Outbox.AddReader();
        Venue.Clock = () => Now;
        Put(DeskInput.Started(Now, Plan));
        Put(DeskInput.HistoryEnd(Now));
        if (!isOpened) return;
        Ask(new OpenAccount(Money.FromRupees(10_00_000)), "open");
        Tick(Share, 1_00_000);
        Tick(Future, 25_00_000);
        Tick(Call, 12_000);
        Tick(Index, 25_00_000);
    }

    /// <summary>A desk that starts from what another one's journal holds.</summary>
    public TradingUnderTest(IEnumerable<JournalRecord> journal, Instant start, params ReadOnlySpan<DeskInput> told)
        : this(journal, start, null, told)
    {
    }

    private TradingUnderTest(
        IEnumerable<JournalRecord> journal, Instant start, IReadOnlyList<StrategyDescription>? strategies, ReadOnlySpan<DeskInput> told)
    {
        Now = start;
        _core = new DeskCore(Plan, Venue, strategies);
        _reader = _core.Outbox.AddReader();
        Venue.Clock = () => Now;
        Put(DeskInput.Started(Now, Plan));
        var records = journal.ToArray();
        Put(DeskInput.Recovered(Now, new JournalPage(1, records.Length, "test", records)));
        foreach (ref readonly var input in told) Put(input);
        Put(DeskInput.HistoryEnd(Now));
    }

    /// <summary>The desk half a minute later, started again from its journal.</summary>
    public TradingUnderTest StartedAgain(IReadOnlyList<StrategyDescription>? strategies = null)
    {
        var again = new TradingUnderTest(Journal, Now.PlusSeconds(30), strategies, []);
        (again._number, again._fill, again._dayVolume) = (_number, _fill, _dayVolume);
        return again;
    }

    /// <summary>What the hand holds of an instrument intraday.</summary>
    public static PositionKey Held(InstrumentId instrument, Product product = Product.Mis) => new(instrument, product, default);

    public static DeskPlan Plan { get; } = TestPlans.Live(TradingCalendar.BuiltIn(), 1, 60) with
    {
        Instruments = new InstrumentTable(
        [
            new Instrument(Segment.Nse, 2885, "RELIANCE", "Reliance", InstrumentKind.Equity) { HasDerivatives = true },
            new Instrument(Segment.Nfo, 501, "NIFTY26JANFUT", "Nifty future", InstrumentKind.Future)
                { Lot = 65, Freeze = 1_800, Tick = Price.FromPaise(10), Expiry = new DateOnly(2026, 1, 27) },
            new Instrument(Segment.Nfo, 502, "NIFTY26JAN25000CE", "Nifty call", InstrumentKind.Call)
                { Lot = 65, Freeze = 1_800, Expiry = new DateOnly(2026, 1, 27), Strike = Price.FromRupees(25_000) },
            new Instrument(Segment.Nse, 99926000, "NIFTY", "Nifty 50", InstrumentKind.Index),
        ]),
    };

    public ListeningVenue Venue { get; } = new();

    public Instant Now { get; private set; }

    public List<DeskFact> Facts { get; } = [];

    /// <summary>What the journal would hold.</summary>
    public List<JournalRecord> Journal { get; } = [];

    public OrderDesk Orders => _core.Pipeline.Orders;

    public TradingBook Book => Orders.Book;

    public LevelBoard Board => _core.Board;

    public void Put(in DeskInput input)
    {
        _core.Pipeline.Process(input);
        while (_reader.TryRead(out var fact, out var command))
        {
            Facts.Add(fact);
            if (fact.IsJournaled) Journal.Add(new JournalRecord(fact, command));
        }
    }

    /// <summary>The journal is durable up to the newest fact.</summary>
    public void Sync(JournalHealth health = JournalHealth.Sound) => Put(DeskInput.JournalSynced(Now, _core.Outbox.Published, health));

    public void Pass(long milliseconds)
    {
        Now = Now.PlusMilliseconds(milliseconds);
        Put(DeskInput.Time(Now));
    }

    public void Tick(InstrumentId id, long paise)
    {
        Now = Now.PlusMilliseconds(1);
        Put(DeskInput.Of(Now, id, new Tick
        {
            Time = Now,
            Last = Price.FromPaise(paise),
            DayVolume = ++_dayVolume,
            PreviousClose = Price.FromPaise(paise),
        }));
    }

    /// <summary>Gives a command under a key (its own number, unless one is named); what it waits for is made durable.</summary>
    public DeskFact Ask(DeskCommand command, string? key = null, string account = Account, bool isSynced = true)
    {
        var before = Facts.Count;
        _number++;
        Put(DeskInput.Of(Now, new SubmittedCommand(_number, "test", account, key ?? $"k{_number}", command) { MayRaise = true }));
        if (isSynced) Sync();
        return Facts.Skip(before).FirstOrDefault(fact => fact.Command == _number);
    }

    public static PlaceOrder Buy(InstrumentId id, long units, OrderType type = OrderType.Market, decimal price = 0, decimal trigger = 0) =>
        Place(id, Side.Buy, units, type, price, trigger);

    public static PlaceOrder Sell(InstrumentId id, long units, OrderType type = OrderType.Market, decimal price = 0, decimal trigger = 0) =>
        Place(id, Side.Sell, units, type, price, trigger);

    private static PlaceOrder Place(InstrumentId id, Side side, long units, OrderType type, decimal price, decimal trigger)
    {
        var instrument = Plan.Instruments[id];
        var product = instrument.Kind == InstrumentKind.Equity ? Product.Mis : Product.Nrml;
        return new PlaceOrder(instrument.Key, side, product, type, new Quantity(units))
        {
            Price = Price.FromRupees(price),
            Trigger = Price.FromRupees(trigger),
        };
    }

    /// <summary>The order of an accepted intent.</summary>
    public Order Order(in DeskFact accepted, int slice = 1) => Book.Orders.Find(new OrderId(accepted.Intent.Number, slice))!;

    /// <summary>The venue acknowledges the order and works it.</summary>
    public void Work(Order order)
    {
        Report(order, new OrderEvent { Kind = OrderEventKind.Acknowledged, Source = EvidenceSource.Reply, VenueOrder = order.Id.Intent });
        Report(order, new OrderEvent { Kind = OrderEventKind.Seen, Source = EvidenceSource.Stream, Seen = OrderState.Working });
    }

    public void Fill(Order order, long units, decimal price) => Report(order, new OrderEvent
    {
        Kind = OrderEventKind.Traded,
        Source = EvidenceSource.Stream,
        Side = order.Terms.Side,
        Quantity = new Quantity(units),
        Price = Price.FromRupees(price),
        FillId = ++_fill,
    });

    public void Report(Order order, OrderEvent what) =>
        Put(DeskInput.Of(Now, order.Instrument, what with { Tag = order.Tag, VenueTime = Now }));

    /// <summary>Buys or sells at once at that price.</summary>
    public Order Trade(PlaceOrder wanted, decimal price, string account = Account)
    {
        var order = Order(Ask(wanted, account: account));
        Work(order);
        Fill(order, wanted.Quantity.Units, price);
        return order;
    }

    /// <summary>What pages are shown of an order.</summary>
    public OrderView OrderShown(Order order)
    {
        for (var place = 0; place < Board.Money.OrderCount; place++)
        {
            Board.Money.Orders.Read(place, out var level);
            if (level.Id == order.Id) return OrderViews.Of(level, isDurable: true);
        }

        throw new InvalidOperationException($"The order {order.Id} is not shown.");
    }

    public AccountLevel Levels(int account = 0)
    {
        Board.Money.Accounts.Read(account, out var level);
        return level;
    }
}
