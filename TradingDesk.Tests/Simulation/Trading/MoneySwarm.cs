using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Commands.Safety;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;
using TradingDesk.Engine.Trading;
using TradingDesk.Tests.Engine.Trading;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Simulation.Trading;

/// <summary>
/// A seeded day of two accounts at an unlucky venue: orders, changes, cancels, exits and brackets, a journal that lags or fails, and kills
/// after which the desk starts from what was durable. What it does is judged by an oracle after every step.
/// </summary>
internal sealed class MoneySwarm
{
    private const int Steps = 500;
    private static readonly string[] _names = ["PAPER-1", "PAPER-2"];
    private static readonly DeskPlan _plan = TradingUnderTest.Plan;

    private readonly Random _dice;
    private readonly bool _isOneSided;
    private readonly bool _hasKills;
    private readonly UnluckyVenue _venue;
    private readonly List<JournalRecord> _durable = [];
    private readonly List<JournalRecord> _written = [];
    private readonly long[] _paise = [1_00_000, 25_00_000, 12_000];
    private readonly List<(string Account, string Key, DeskCommand Command)> _asked = [];
    private DeskCore _core = null!;
    private FactReader _facts = null!;
    private Instant _now;
    private long _commands;
    private long _volume;

    /// <param name="seed">What decides everything.</param>
    /// <param name="isHonest">Whether the venue never contradicts itself.</param>
    /// <param name="isOneSided">Whether only exits sell, so that no position may ever be short.</param>
    /// <param name="hasKills">Whether kill switches are latched and let go meanwhile.</param>
    public MoneySwarm(int seed, bool isHonest, bool isOneSided, bool hasKills = false)
    {
        (_dice, _isOneSided, _hasKills) = (new Random(seed), isOneSided, hasKills);
        _venue = new UnluckyVenue(_dice, isHonest) { Sent = Kills.See };
        Oracle = new MoneyOracle(_venue, isHonest, isOneSided);
        var due = _plan.Calendar.SquareOff(_plan.Instruments[TradingUnderTest.Share].Hours, TestPlans.Monday)!.Value;
        _now = _dice.Next(3) == 0 ? due.PlusSeconds(-20) : TestPlans.Open.PlusSeconds(60);
        Start();
        foreach (var name in _names) Ask(name, new OpenAccount(Money.FromRupees(50_00_00_000)));
        Sync();
    }

    public MoneyOracle Oracle { get; }

    public KillWitness Kills { get; } = new();

    public IReadOnlyDictionary<string, int> Misfortunes => _venue.Misfortunes;

    private TradingBook Book => _core.Pipeline.Orders.Book;

    public void Run()
    {
        for (var step = 0; step < Steps; step++)
        {
            Pass(_dice.Next(1, 200));
            Act();
            if (_dice.Next(2) == 0) Sync();
            Oracle.Judge(Book);
        }

        Quiet();
    }

    private void Act()
    {
        switch (_dice.Next(40))
        {
            case < 15: Tick(); break;
            case < 24: Ask(Name(), Entry()); break;
            case < 27: Ask(Name(), Exit()); break;
            case 27: Ask(Name(), new ExitAll()); break;
            case < 31: Any(order => new CancelOrder(order.Id)); break;
            case 31: Ask(Name(), new CancelAll()); break;
            case < 35: Any(Change); break;
            case 35: Repeat(); break;
            case 36 when _dice.Next(3) == 0: Sync(JournalHealth.Emergency); break;
            case 37 when _dice.Next(3) == 0: Restart(); break;
            case 38 when _hasKills: Kill(); break;
            case 39 when _hasKills: Rearm(); break;
        }
    }

    /// <summary>The venue's day ends and its whole truth arrives: nothing may be in doubt then.</summary>
    private void Quiet()
    {
        Sync();
        // What waits for its turn has left or was given up by then.
        for (var second = 0; second < 8; second++)
        {
            Pass(1_000);
            Sync();
        }

        foreach (var report in _venue.End(_now, Book.Orders.All.ToArray())) Put(report);
        Oracle.Judge(Book);
        Oracle.JudgeEnd(Book);
        Pass(2_000);
        Kills.JudgeReports(Book, _core.Board.Money.Kills);
    }

    private void Kill()
    {
        var reach = _dice.Next(2) == 0 ? KillReach.Orders : KillReach.Positions;
        if (_dice.Next(2) == 0) Ask("", new KillDesk(reach, "swarm"));
        else Ask(Name(), new KillAccount(reach, "swarm"));
        // Killed again at once: what was not durable is lost, and was confirmed to nobody.
        if (_dice.Next(4) == 0) Restart();
    }

    private void Rearm()
    {
        if (_dice.Next(2) == 0) Ask("", new RearmDesk(RearmConsent.Forced, "swarm"));
        else Ask(Name(), new RearmAccount(RearmConsent.Forced, "swarm"));
    }

    private void Start()
    {
        _core = new DeskCore(_plan, _venue);
        _facts = _core.Outbox.AddReader();
        Put(DeskInput.Started(_now, _plan));
        Kills.Begin(_durable, _core.Pipeline.Orders.Book);
        Put(DeskInput.Recovered(_now, new JournalPage(1, _durable.Count, "test", _durable.ToArray())));
        Oracle.Begin(Book);
        Put(DeskInput.HistoryEnd(_now));
        for (var instrument = 0; instrument < _paise.Length; instrument++) Tick(instrument);
    }

    /// <summary>The process is killed: what was not durable is lost, what it sent is not.</summary>
    private void Restart()
    {
        _written.Clear();
        _now = _now.PlusMilliseconds(_dice.Next(500, 3_000));
        Start();
        Sync();
    }

    private void Put(in DeskInput input)
    {
        _core.Pipeline.Process(input);
        while (_facts.TryRead(out var fact, out var command))
        {
            Oracle.Read(fact);
            Kills.Read(fact);
            if (fact.IsJournaled) _written.Add(new JournalRecord(fact, command));
        }
    }

    private void Sync(JournalHealth health = JournalHealth.Sound)
    {
        _durable.AddRange(_written);
        _written.Clear();
        Put(DeskInput.JournalSynced(_now, _core.Outbox.Published, health));
    }

    private void Pass(int milliseconds)
    {
        _now = _now.PlusMilliseconds(milliseconds);
        Put(DeskInput.Time(_now));
        foreach (var report in _venue.Move(_now)) Put(report);
    }

    private void Tick() => Tick(_dice.Next(_paise.Length));

    private void Tick(int instrument)
    {
        _paise[instrument] += _dice.Next(-40, 41) * 10;
        if (_paise[instrument] < 8_000) _paise[instrument] = 12_000;
        var last = Price.FromPaise(_paise[instrument]);
        var tick = new Tick { Time = _now, Last = last, DayVolume = ++_volume, PreviousClose = last };
        Put(DeskInput.Of(_now, new InstrumentId(instrument), tick));
    }

    private void Ask(string account, DeskCommand command)
    {
        var key = $"k{++_commands}";
        _asked.Add((account, key, command));
        Kills.Ask(account, key, command);
        Put(DeskInput.Of(_now, new SubmittedCommand(_commands, "test", account, key, command) { MayRaise = true }));
    }

    private void Repeat()
    {
        var (account, key, command) = _asked[_dice.Next(_asked.Count)];
        Kills.Ask(account, key, command);
        Put(DeskInput.Of(_now, new SubmittedCommand(++_commands, "test", account, key, command) { MayRaise = true }));
    }

    private string Name() => _names[_dice.Next(_names.Length)];

    private PlaceOrder Entry()
    {
        var id = new InstrumentId(_dice.Next(_paise.Length));
        var units = (_dice.Next(12) == 0 ? 30 : _dice.Next(1, 8)) * _plan.Instruments[id].Lot;
        var price = Price.FromPaise(_paise[id.Index] + (_dice.Next(-10, 11) * 10)).Scaled / (decimal)Price.Scale;
        var type = _dice.Next(2) == 0 ? OrderType.Limit : OrderType.Market;
        var limit = type == OrderType.Limit ? price : 0;
        var isBuy = _isOneSided || _dice.Next(2) == 0;
        var order = isBuy ? TradingUnderTest.Buy(id, units, type, limit) : TradingUnderTest.Sell(id, units, type, limit);
        if (_dice.Next(4) > 0) return order;
        var sign = isBuy ? 1 : -1;
        return order with
        {
            Stop = Price.FromPaise(_paise[id.Index] - (sign * 400)),
            Target = Price.FromPaise(_paise[id.Index] + (sign * 500)),
            Trail = _dice.Next(2) == 0 ? default : Price.FromPaise(400),
        };
    }

    private ExitPosition Exit()
    {
        var instrument = _plan.Instruments[new InstrumentId(_dice.Next(_paise.Length))];
        return new ExitPosition(instrument.Key, instrument.Id == TradingUnderTest.Share ? Product.Mis : Product.Nrml);
    }

    private void Any(Func<Order, DeskCommand> wanted)
    {
        if (Book.Orders.Open.Count == 0) return;
        var order = Book.Orders.Open[_dice.Next(Book.Orders.Open.Count)];
        Ask(Book.Of(order.Account).Name, wanted(order));
    }

    private ChangeOrder Change(Order order)
    {
        var lot = _plan.Instruments[order.Instrument].Lot;
        var units = Math.Max(lot, order.Terms.Quantity.Units + (_dice.Next(-3, 4) * lot));
        var price = order.Terms.HasPrice ? new Price(order.Terms.Price.Scaled + (_dice.Next(-3, 4) * 1_000)) : default;
        return new ChangeOrder(order.Id, new Quantity(units), price, order.Terms.Trigger);
    }
}
