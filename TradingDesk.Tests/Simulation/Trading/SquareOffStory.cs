using System.Globalization;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Engine.Trading;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Simulation.Trading;

/// <summary>
/// A seeded week of one intraday position a day under a random calendar (plain days, half days, evenings of Muhurat, Sundays, holidays,
/// a pause), with the desk down round the square-off now and then; it says what became of each position.
/// </summary>
internal sealed class SquareOffStory
{
    private const int Days = 9;
    private const int SquareOffMinutes = 20;
    private static readonly InstrumentId _share = TradingUnderTest.Share;
    private static readonly Instrument _instrument = TradingUnderTest.Plan.Instruments[_share];
    private static readonly string[] _shapes =
    [
        "open 09:15-12:30", "open 18:00-19:00", "open 13:45-14:45", "open 10:00-10:15", "open 09:15-11:40; open 15:45-17:00",
    ];

    private readonly Random _dice;
    private readonly DeskPlan _plan;
    private readonly List<JournalRecord> _journal = [];
    private readonly HashSet<OrderId> _filled = [];
    private readonly List<OrderEvent> _untold = [];
    private DeskCore? _core;
    private FactReader _reader = null!;
    private readonly ListeningVenue _venue = new();
    private Instant _now;
    private Instant _upAt;
    private long _number;
    private bool _isBought;

    public SquareOffStory(int seed)
    {
        _dice = new Random(seed);
        _plan = TradingUnderTest.Plan with { Calendar = Calendar() };
        _now = TestPlans.Midnight;
        Start();
        Ask(new OpenAccount(Money.FromRupees(10_00_000)));
    }

    public List<string> Findings { get; } = [];

    public int SquaredOff { get; private set; }

    public int Missed { get; private set; }

    /// <summary>Positions that a restart found after their time and within their session.</summary>
    public int CaughtUp { get; private set; }

    public void Live()
    {
        for (var day = 0; day < Days; day++)
        {
            var date = TestPlans.Monday.AddDays(day);
            _isBought = false;
            if (_plan.Calendar.TryGetSession(_instrument.Hours, date, out var session)) Trade(session);
            Pass(Instant.FromIndiaMidnight(date.AddDays(1)), 900);
        }

        Pass(_now.PlusSeconds(10), 1);
        Judge();
    }

    private void Trade(in TradingSession session)
    {
        var due = _plan.Calendar.SquareOff(_instrument.Hours, session.Date)!.Value;
        Pass(session.Open.PlusSeconds(30), 60);
        var downAt = _dice.Next(4) == 0 ? default : due.PlusSeconds(_dice.Next(3) == 0 ? _dice.Next(-2, 61) : -_dice.Next(1, 120));
        var awake = _dice.Next(3) switch
        {
            0 => downAt.PlusSeconds(_dice.Next(1, 90)),
            1 => downAt.PlusSeconds(_dice.Next(60, 1_800)),
            _ => session.Close.PlusSeconds(_dice.Next(-300, 60_000)),
        };
        if (downAt != default && downAt > _now)
        {
            Pass(due.PlusSeconds(-5) < downAt ? due.PlusSeconds(-5) : downAt, 120);
            Pass(downAt, 1);
            _core = null;
            if (awake > _now) _now = awake;
            if (_now >= due && session.Contains(_now) && IsHeldInJournal()) CaughtUp++;
            Start();
        }

        Pass(due.PlusSeconds(-2), 120);
        Pass(due.PlusSeconds(90), 1);
        Pass(session.Close.PlusSeconds(-2), 60);
        Pass(session.Close.PlusSeconds(130), 1);
    }

    private void Start()
    {
        (_core, _upAt) = (new DeskCore(_plan, _venue), _now.PlusSeconds(_dice.Next(0, 4)));
        _reader = _core.Outbox.AddReader();
        Put(DeskInput.Started(_now, _plan));
        Put(DeskInput.Recovered(_now, new JournalPage(1, _journal.Count, "test", _journal.ToArray())));
        Put(DeskInput.HistoryEnd(_now));
        Sync();
    }

    /// <summary>Time goes on to that moment, if it is ahead, in steps of so many seconds.</summary>
    private void Pass(Instant to, int seconds)
    {
        while (_now < to)
        {
            var next = _now.PlusSeconds(seconds);
            _now = next < to ? next : to;
            Put(DeskInput.Time(_now));
            Sync();
            Answer();
            var isOpen = _plan.Calendar.TryGetSession(_instrument.Hours, _now, out _);
            if (!isOpen || _now < _upAt) continue;
            Tick();
            if (!_isBought && !IsHeldInJournal()) Buy();
        }
    }

    private void Buy()
    {
        _isBought = true;
        Ask(TradingUnderTest.Buy(_share, 10));
    }

    /// <summary>The venue fills every order it was asked for, a step later and while its session is on.</summary>
    private void Answer()
    {
        foreach (var report in _untold.ToArray()) Put(DeskInput.Of(_now, _share, report));
        _untold.Clear();
        if (!_plan.Calendar.TryGetSession(_instrument.Hours, _now, out _)) return;
        foreach (var request in _venue.Requests.Where(request => request.Kind == VenueRequestKind.Place && _filled.Add(request.Order)))
        {
            var trade = new OrderEvent
            {
                Kind = OrderEventKind.Traded,
                Source = EvidenceSource.Stream,
                Tag = request.Tag,
                Side = request.Terms.Side,
                Quantity = request.Terms.Quantity,
                Price = Price.FromRupees(1_000),
                FillId = request.Order.Intent,
                VenueTime = _now,
            };
            _untold.Add(trade);
        }
    }

    private void Tick() => Put(DeskInput.Of(_now, _share,
        new Tick { Time = _now, Last = Price.FromRupees(1_000), PreviousClose = Price.FromRupees(1_000) }));

    private void Ask(DeskCommand command)
    {
        _number++;
        Put(DeskInput.Of(_now,
            new SubmittedCommand(_number, "test", TradingUnderTest.Account, $"k{_number}", command) { MayRaise = true }));
        Sync();
    }

    private void Put(in DeskInput input)
    {
        _core!.Pipeline.Process(input);
        while (_reader.TryRead(out var fact, out var command))
        {
            if (fact.IsJournaled) _journal.Add(new JournalRecord(fact, command));
        }
    }

    private void Sync() => Put(DeskInput.JournalSynced(_now, _core!.Outbox.Published, JournalHealth.Sound));

    private bool IsHeldInJournal() => UnitsOf(_journal.Select(record => record.Fact)) != 0;

    private static long UnitsOf(IEnumerable<DeskFact> facts) => facts
        .Where(fact => fact is { Kind: FactKind.OrderMoved, Order.Kind: OrderEventKind.Traded })
        .Sum(fact => fact.Order.Side.Sign() * fact.Order.Quantity.Units);

    /// <summary>Each position is one buy and at most one exit, which is within a session and at its time or caught up.</summary>
    private void Judge()
    {
        var (units, exits, missed) = (0L, 0, 0);
        foreach (var fact in _journal.Select(record => record.Fact))
        {
            if (fact is { Kind: FactKind.IntentAccepted, Intent.Role: IntentRole.SquareOff })
            {
                exits++;
                if (fact.Intent.Whole.Quantity.Units != units) Add(fact, $"leaves {fact.Intent.Whole.Quantity} of {units}");
                if (exits > 1) Add(fact, "is another exit of the same position");
                if (!_plan.Calendar.TryGetSession(_instrument.Hours, fact.At, out var session)) Add(fact, "comes with no session on");
                else if (missed == 0 && fact.At < _plan.Calendar.SquareOff(_instrument.Hours, session.Date)) Add(fact, "comes too early");
            }
            else if (fact is { Kind: FactKind.IntentDenied, Intent.Role: IntentRole.SquareOff })
            {
                Add(fact, $"was denied: {fact.Refusal}");
            }
            else if (fact.Kind == FactKind.SquareOffMissed)
            {
                missed++;
                if (missed > 1) Add(fact, "is told twice");
                if (units == 0) Add(fact, "misses nothing");
            }
            else if (fact is { Kind: FactKind.OrderMoved, Order.Kind: OrderEventKind.Traded })
            {
                units += fact.Order.Side.Sign() * fact.Order.Quantity.Units;
                if (units != 0) continue;
                (SquaredOff, Missed) = (SquaredOff + 1, Missed + missed);
                (exits, missed) = (0, 0);
            }
        }

        if (units != 0 && missed == 0) Findings.Add("A position is left over and nobody was told.");
    }

    private void Add(in DeskFact fact, string finding) => Findings.Add(
        string.Create(CultureInfo.InvariantCulture, $"{fact.At.ToIndia():yyyy-MM-dd HH:mm:ss} {fact.Kind} {finding}."));

    private TradingCalendar Calendar()
    {
        const string Parts = "index stocks fno-stocks futures options";
        var lines = new List<string>
        {
            $"known,2000-01-01,2099-12-31,NSE,{Parts},,confirmed,test,2026-01-01,,test",
            $"shape,2000-01-01,,NSE,{Parts},open 09:15-15:30,confirmed,test,2026-01-01,,test",
            $"square-off,2000-01-01,,NSE,{Parts},{SquareOffMinutes},confirmed,test,2026-01-01,,test",
        };
        for (var day = 0; day < Days; day++)
        {
            var date = TestPlans.Monday.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var line = _dice.Next(4) switch
            {
                0 => $"closed,{date},{date},NSE,{Parts},,confirmed,test,2026-01-01,,test",
                1 or 2 => $"session,{date},{date},NSE,{Parts},{_shapes[_dice.Next(_shapes.Length)]},confirmed,test,2026-01-01,,test",
                _ => "",
            };
            if (line.Length > 0) lines.Add(line);
        }

        return TestCalendars.Of([.. lines]);
    }
}
