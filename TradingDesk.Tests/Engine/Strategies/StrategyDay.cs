using System.Globalization;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Runs;
using TradingDesk.Engine.Strategies;
using TradingDesk.Tests.Determinism;
using TradingDesk.Tests.Engine.Feeds.Simulated;
using TradingDesk.Tests.Engine.Trading;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Strategies;

/// <summary>
/// A run of one strategy through the whole engine on the paper venue: warmed by three simulated sessions, then a session second by second.
/// </summary>
internal sealed class StrategyDay
{
    private const string Account = "PAPER-1";
    private const int SessionSeconds = 375 * 60;
    private const int Spread = 500;

    /// <summary>The simulated market's days stand that many whole weeks after the plan's Monday.</summary>
    private const long Weeks = 39L * 7 * 86_400;

    private static readonly RunId _run = new(1);
    private static readonly int[] _earlier = [-5, -4, -3];

    private readonly SimulatedWorld _world;
    private readonly InstrumentId _share;
    private readonly PaperRun _desk;
    private readonly StrategyDescription _strategy;
    private Instant _now = TestPlans.Open.PlusSeconds(-30);
    private long _commands;
    private long _volume;

    public StrategyDay(StrategyDescription strategy, ulong seed)
    {
        _strategy = strategy;
        _world = new SimulatedWorld(seed, TestCalendars.Weekdays);
        _share = _world.Id("RELIANCE");
        _desk = new PaperRun(TradingUnderTest.Plan, _now, []);
        _desk.Put(DeskInput.HistoryEnd(_now));
        Ask(new OpenAccount(Money.FromRupees(50_00_000)));
        Ask(new DeclareRun($"strategy={strategy.Code} instrument=1:2885 timeframe=1m quantity=lots:100 square-off=15:10"));
        Ask(new MoveRun(_run, RunAction.Start));
        GiveHistory();
    }

    public Run Run => _desk.Book.Runs.Find(_run)!;

    /// <summary>What the run's book holds.</summary>
    public long Held => _desk.Book.Accounts[0].Positions.Where(position => position.Key.Run == _run).Sum(position => position.Units);

    /// <summary>A session, second by second, and the minutes after it.</summary>
    public void Trade()
    {
        while (_now < TestPlans.Open) Pass();
        for (var second = 0; second < SessionSeconds; second++)
        {
            Pass();
            var made = _world.Market.SecondOf(_share, _now.PlusSeconds(Weeks - 1));
            if (!made.IsEmpty) Show(made);
        }

        for (var second = 0; second < 120; second++) Pass();
    }

    /// <summary>Signals, trades and moves of the run as the journal has them, and what they add up to.</summary>
    public IReadOnlyList<string> Lines() => [.. _desk.Journal.Select(kept => Line(kept.Fact)).OfType<string>(), .. Sums()];

    private IEnumerable<string> Sums()
    {
        var money = Run.Money;
        yield return string.Create(CultureInfo.InvariantCulture, $"{Run.Signals} signals, {money.Trades} trades, held {Held}");
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"realised {money.Realised.Rupees:0.00} = decided {money.Decided.Rupees:0.00} "
                + $"+ delayed {money.Delayed.Rupees:0.00} + filled {money.Filled.Rupees:0.00}");
    }

    private string? Line(in DeskFact fact)
    {
        var time = TimeOnly.FromDateTime(fact.At.ToIndia().DateTime).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        return fact.Kind switch
        {
            FactKind.SignalRaised => Words(time, fact),
            FactKind.RunMoved => $"{time} run is {fact.Run.State}, {fact.Refusal}",
            FactKind.IntentDenied => $"{time} denied, {fact.Refusal}",
            FactKind.OrderMoved when fact.Order.Kind == OrderEventKind.Traded => string.Create(
                CultureInfo.InvariantCulture,
                $"{time} trade {fact.Order.Side} {fact.Order.Quantity.Units} at {fact.Order.Price.Rupees:0.00}"),
            FactKind.StopMoved => string.Create(CultureInfo.InvariantCulture, $"{time} stop {fact.Order.Price.Rupees:0.00}"),
            _ => null,
        };
    }

    private string Words(string time, in DeskFact fact)
    {
        var signal = fact.Signal;
        var values = Enumerable.Range(0, WishValues.Most)
            .Select(place => (object)signal.Values[place].ToString("0.00", CultureInfo.InvariantCulture)).ToArray();
        var reason = string.Format(CultureInfo.InvariantCulture, _strategy.Reasons[signal.Reason], values);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{time} signal {signal.Number} {signal.Kind} {signal.Side} {signal.Confidence / 10_000m:0.00} at {signal.Price.Rupees:0.00} "
                + $"stop {signal.Stop.Rupees:0.00} target {signal.Target.Rupees:0.00}, {fact.Refusal} | {reason}");
    }

    private void GiveHistory()
    {
        var wanted = Assert.Single(_desk.Board.Runs.Wanted);
        var past = _earlier.SelectMany(Minutes).ToArray();
        foreach (var block in past.Chunk(RunCandles.Most))
            _desk.Put(DeskInput.Of(_now, new RunCandles(wanted.Request, block, IsLast: block[^1].Start == past[^1].Start)));
        Sync();
        Assert.Equal(RunState.Running, Run.State);
    }

    /// <summary>The minutes of the session so many days from the traded one.</summary>
    private IEnumerable<Candle> Minutes(int days)
    {
        for (var minute = 0; minute < StrategyMarkets.Minutes; minute++)
        {
            var start = TestPlans.Open.PlusSeconds((86_400L * days) + (60 * minute));
            var candle = _world.Market.MinuteOf(_share, start.PlusSeconds(Weeks));
            if (candle.IsEmpty) continue;
            candle.Start = start;
            yield return candle;
        }
    }

    private void Pass()
    {
        _now = _now.PlusSeconds(1);
        _desk.Put(DeskInput.Time(_now));
        Sync();
    }

    /// <summary>What a second made, told at its end: a book around the last price, and that price as a tick.</summary>
    private void Show(in Candle made)
    {
        var time = _now.PlusMilliseconds(-1);
        var depth = new Depth { Time = time, Anchor = made.Close };
        for (var level = 0; level < Depth.Levels; level++)
        {
            depth.Bids[level] = new DepthLevel(-(level + 1) * Spread, 200);
            depth.Offers[level] = new DepthLevel(level * Spread, 200);
        }

        _desk.Put(DeskInput.Of(_now, TradingUnderTest.Share, depth));
        _volume += made.Volume;
        var tick = new Tick { Time = time, Last = made.Close, DayVolume = _volume, PreviousClose = made.Close };
        _desk.Put(DeskInput.Of(_now, TradingUnderTest.Share, tick));
        Sync();
    }

    private void Ask(DeskCommand command)
    {
        var number = ++_commands;
        _desk.Put(DeskInput.Of(_now, new SubmittedCommand(number, "test", Account, $"k{number}", command) { MayRaise = true }));
        Sync();
    }

    private void Sync() => _desk.Put(DeskInput.JournalSynced(_now, _desk.Published, JournalHealth.Sound));
}
