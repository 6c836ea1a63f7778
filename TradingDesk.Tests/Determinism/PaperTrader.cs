using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Commands.Alerts;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Engine.Trading;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Determinism;

/// <summary>
/// A seeded market and a seeded hand: ticks and books of three instruments, every command about money that two accounts can give, and a
/// journal that follows some inputs behind.
/// </summary>
internal sealed class PaperTrader(int seed)
{
    private const int NightSeconds = 18 * 3_600;
    private static readonly string[] _names = ["PAPER-1", "PAPER-2"];

    /// <summary>Near enough to what happens that they fire now and then.</summary>
    private static readonly string[] _rules =
    [
        "price of RELIANCE crosses 1000", "price of NSE:RELIANCE above 1001", "day P&L of PAPER-1 below -50",
        "drawdown of PAPER-2 above 100",
        "2 refusals of PAPER-1 within 5 seconds", "feed of RELIANCE older than 1 seconds",
    ];

    private static readonly Timeframe _quick = new(2);

    /// <summary>Strategies that decide every few seconds, one of them following another.</summary>
    private static readonly string[] _runs =
    [
        "strategy=ma_crossover instrument=1:2885 timeframe=2s quantity=lots:3 short_window=2 long_window=3",
        "strategy=ma_crossover instrument=NIFTY26JANFUT timeframe=2s product=nrml quantity=capital:100 capital=900000 short_window=2 "
            + "long_window=3",
        "mode=follow leader=1 strategy=ma_crossover instrument=1:2885 timeframe=2s quantity=lots:1",
    ];

    private readonly Random _dice = new(seed);
    private readonly long[] _paise = [1_00_000, 25_00_000, 12_000];
    private readonly List<SubmittedCommand> _asked = [];
    private long _volume;
    private long _commands;

    public static DeskPlan Plan => TradingUnderTest.Plan;

    public Instant Now { get; private set; } = TestPlans.Open.PlusSeconds(60);

    public Random Dice => _dice;

    /// <summary>A life that goes on from a journal, joined and with prices; its accounts are opened if there are none.</summary>
    public void Begin(PaperRun run)
    {
        run.Put(DeskInput.HistoryEnd(Now));
        for (var instrument = 0; instrument < _paise.Length; instrument++) Show(run, instrument);
        var open = new OpenAccount(Money.FromRupees(90_00_000));
        foreach (var name in _names.Where(name => run.Book.Find(name) is null)) Ask(run, name, open);
        Ask(run, "", new ChangeTimeframes([_quick, Timeframe.Minute]));
        if (run.Book.Runs.Runs.Count == 0)
        {
            foreach (var words in _runs) Ask(run, _names[0], new DeclareRun(words));
        }

        foreach (var declared in run.Book.Runs.Runs.ToArray()) Ask(run, _names[0], new MoveRun(declared.Id, RunAction.Start));
        if (run.Book.Alerts.Alerts.Count > 0) return;
        foreach (var rule in _rules) Ask(run, "", new AddAlert(rule));
    }

    /// <summary>One thing happens.</summary>
    public void Step(PaperRun run)
    {
        Now = Now.PlusMilliseconds(_dice.Next(1, 250));
        switch (_dice.Next(40))
        {
            case < 22: Show(run, _dice.Next(_paise.Length)); break;
            case < 30: Ask(run, Name(), Entry()); break;
            case < 32: Ask(run, Name(), Exit()); break;
            case 32 when _dice.Next(2) == 0: MoveBracket(run); break;
            case 32: Ask(run, Name(), Rare()); break;
            case < 35: Any(run, order => new CancelOrder(order.Id)); break;
            case < 37: Any(run, Change); break;
            case 37: Repeat(run); break;
            case 38 when _dice.Next(2) == 0: Look(run); break;
            case 38: MoveAny(run); break;
            case 39 when _dice.Next(12) == 0: Night(run); break;
        }

        // No store is behind them: they warm from what closes.
        foreach (var wanted in run.Board.Runs.Wanted.ToArray())
            run.Put(DeskInput.Of(Now, new RunCandles(wanted.Request, [], IsLast: true)));
        if (_dice.Next(4) == 0) Sync(run);
    }

    private void MoveAny(PaperRun run)
    {
        var actions = Enum.GetValues<RunAction>().Where(action => action != RunAction.Retire).ToArray();
        var declared = run.Book.Runs.Runs.ToArray();
        var any = declared[_dice.Next(declared.Length)];
        Ask(run, _names[0], new MoveRun(any.Id, actions[_dice.Next(actions.Length)]));
    }

    /// <summary>Time passes, and somebody who has seen the alerts arms them again.</summary>
    private void Look(PaperRun run)
    {
        run.Put(DeskInput.Time(Now));
        foreach (var alert in run.Book.Alerts.Alerts.Where(alert => alert.State == AlertState.Fired).ToArray())
            Ask(run, "", new RearmAlert(alert.Number));
    }

    public void Sync(PaperRun run) => run.Put(DeskInput.JournalSynced(Now, run.Published, JournalHealth.Sound));

    public void Rest(int seconds) => Now = Now.PlusSeconds(seconds);

    /// <summary>The next session's prices are others: what was held over night is worth another amount.</summary>
    private void Night(PaperRun run)
    {
        if (Now > TestPlans.Open.PlusSeconds(86_400)) return;
        Rest(NightSeconds + (6 * 3_600));
        run.Put(DeskInput.Time(Now));
        for (var instrument = 0; instrument < _paise.Length; instrument++) Show(run, instrument);
    }

    private void Show(PaperRun run, int instrument)
    {
        ref var paise = ref _paise[instrument];
        paise = Math.Max(8_000, paise + (_dice.Next(-30, 31) * 10));
        var (id, last) = (new InstrumentId(instrument), Price.FromPaise(paise));
        var depth = new Depth { Time = Now, Anchor = last };
        var lot = Plan.Instruments[id].Lot;
        for (var level = 0; level < Depth.Levels; level++)
        {
            depth.Bids[level] = new DepthLevel(-(level + 1) * 1_000, _dice.Next(1, 8) * lot);
            depth.Offers[level] = new DepthLevel(level * 1_000, _dice.Next(1, 8) * lot);
        }

        run.Put(DeskInput.Of(Now, id, depth));
        _volume += _dice.Next(1, 5) * lot;
        run.Put(DeskInput.Of(Now, id, new Tick { Time = Now, Last = last, DayVolume = _volume, PreviousClose = last }));
    }

    private void Ask(PaperRun run, string account, DeskCommand command)
    {
        var submitted = new SubmittedCommand(++_commands, "test", account, $"k{_commands}", command) { MayRaise = true };
        _asked.Add(submitted);
        run.Put(DeskInput.Of(Now, submitted));
    }

    private void Repeat(PaperRun run)
    {
        var again = _asked[_dice.Next(_asked.Count)] with { Number = ++_commands };
        run.Put(DeskInput.Of(Now, again));
    }

    private string Name() => _names[_dice.Next(_names.Length)];

    private PlaceOrder Entry()
    {
        var id = new InstrumentId(_dice.Next(_paise.Length));
        var isBuy = _dice.Next(2) == 0;
        var sign = isBuy ? 1 : -1;
        var type = (OrderType)_dice.Next(1, 5);
        var trigger = Price.FromPaise(_paise[id.Index] + (sign * _dice.Next(1, 20) * 10));
        var hasPrice = type is OrderType.Limit or OrderType.StopLimit;
        var price = type == OrderType.Limit ? Price.FromPaise(_paise[id.Index] + (_dice.Next(-10, 11) * 10)) : trigger;
        var units = (_dice.Next(15) == 0 ? 30 : _dice.Next(1, 8)) * Plan.Instruments[id].Lot;
        var order = isBuy ? TradingUnderTest.Buy(id, units, type) : TradingUnderTest.Sell(id, units, type);
        order = order with
        {
            Price = hasPrice ? price : default,
            Trigger = type is OrderType.StopLimit or OrderType.StopMarket ? trigger : default,
            Product = id == TradingUnderTest.Share && _dice.Next(3) == 0 ? Product.Cnc : order.Product,
            Validity = type <= OrderType.Limit && _dice.Next(6) == 0 ? Validity.Ioc : Validity.Day,
        };
        if (_dice.Next(3) > 0) return order;
        return order with
        {
            Stop = Price.FromPaise(_paise[id.Index] - (sign * 400)),
            Target = Price.FromPaise(_paise[id.Index] + (sign * 500)),
            Trail = _dice.Next(2) == 0 ? default : Price.FromPaise(400),
        };
    }

    private ExitPosition Exit()
    {
        var id = new InstrumentId(_dice.Next(_paise.Length));
        return new ExitPosition(Plan.Instruments[id].Key, id == TradingUnderTest.Share ? Product.Mis : Product.Nrml);
    }

    private DeskCommand Rare() => _dice.Next(4) switch
    {
        0 => new CancelAll(),
        1 => new ExitAll(),
        2 => new MoveCash(Money.FromRupees(_dice.Next(1, 1_000)), "more"),
        _ => new ResetAccount(Money.FromRupees(90_00_000)),
    };

    private void Any(PaperRun run, Func<Order, DeskCommand> wanted)
    {
        if (run.Book.Orders.Open.Count == 0) return;
        var order = run.Book.Orders.Open[_dice.Next(run.Book.Orders.Open.Count)];
        Ask(run, run.Book.Of(order.Account).Name, wanted(order));
    }

    /// <summary>Those that cannot be moved, or not there, are refused: that too must be the same in a re-run.</summary>
    private void MoveBracket(PaperRun run)
    {
        if (run.Book.Brackets.Count == 0) return;
        var bracket = run.Book.Brackets.GetValueAtIndex(run.Book.Brackets.Count - 1 - _dice.Next(Math.Min(4, run.Book.Brackets.Count)));
        var part = _dice.Next(2) == 0 ? BracketPart.Stop : BracketPart.Target;
        var price = Price.FromPaise(_paise[bracket.Watched.Index] + (_dice.Next(-40, 41) * 10));
        Ask(run, run.Book.Of(bracket.Account).Name, new MoveBracket(bracket.Intent, part, price));
    }

    private ChangeOrder Change(Order order)
    {
        var lot = Plan.Instruments[order.Instrument].Lot;
        var units = Math.Max(lot, order.Terms.Quantity.Units + (_dice.Next(-3, 4) * lot));
        var price = order.Terms.HasPrice ? new Price(order.Terms.Price.Scaled + (_dice.Next(-3, 4) * 1_000)) : default;
        return new ChangeOrder(order.Id, new Quantity(units), price, order.Terms.Trigger);
    }
}
