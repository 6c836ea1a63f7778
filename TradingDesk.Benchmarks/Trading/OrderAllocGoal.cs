using System.Globalization;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Benchmarks.Trading;

/// <summary>
/// The goals `alloc-positions`, `alloc-run` and `alloc-order`: what the engine's thread allocates, first on ticks while positions,
/// working orders and a bracket are there, then on ten million more while a scripted client trades on paper.
/// </summary>
internal sealed class OrderAllocGoal : IDisposable
{
    private const int Instruments = 50;
    private const int TicksPerSecond = 4;
    private const int TicksPerOrder = 2_000;
    private const int WarmUps = 1_000_000;
    private const int QuietTicks = 2_000_000;
    private const int TradedTicks = 10_000_000;
    private const int WorkingOrders = 3;
    private const int SettlingMarks = 20;
    private const double BytesPerOrderMost = 2_048;

    /// <summary>The commands that mark a moment, and what a lock makes at its first wait.</summary>
    private const int OneOffBytes = 2_048;

    private readonly RecordedTick[] _ticks = RecordedTicks.Make(WarmUps + (2 * QuietTicks) + TradedTicks, Instruments, TicksPerSecond);
    private readonly DeskPlan _plan = ReplayRun.PlanFor(Instruments);
    private readonly Price[] _last = new Price[Instruments];
    private readonly ScriptedClient _client;
    private readonly LivePath _live;
    private long _engineBytes;
    private int _marksGiven;
    private int _marksSeen;
    private int _filled;
    private int _signals;
    private int _place;

    private OrderAllocGoal()
    {
        _client = new ScriptedClient(_plan.Instruments, (WarmUps + TradedTicks) / TicksPerOrder);
        _live = new LivePath(_plan, Note, () => Volatile.Write(ref _engineBytes, GC.GetAllocatedBytesForCurrentThread()));
    }

    public static IEnumerable<GoalResult> Run()
    {
        using var goal = new OrderAllocGoal();
        foreach (var result in goal.Measure()) yield return result;
    }

    public void Dispose() => _live.Dispose();

    private IEnumerable<GoalResult> Measure()
    {
        _live.Inbox.Post(DeskInput.Started(RecordedTicks.Open, _plan), CancellationToken.None);
        _live.Inbox.Post(DeskInput.HistoryEnd(RecordedTicks.Open), CancellationToken.None);
        Post(Instruments * TicksPerSecond);
        _client.Begin(_live.Inbox, _ticks[_place].Time, WorkingOrders);
        Trade(WarmUps - _place);

        var start = Settle();
        Post(QuietTicks);
        var quiet = Mark() - start;

        StartRun();
        var deciding = Settle();
        Post(QuietTicks);
        deciding = Mark() - deciding;
        var signals = Volatile.Read(ref _signals);
        if (signals == 0) throw new InvalidOperationException("The run decided nothing.");

        var (before, filled) = (Mark(), Volatile.Read(ref _filled));
        Trade(TradedTicks);
        var traded = Mark() - before;
        _live.Stop();
        var orders = _filled - filled;
        if (_filled != _client.Given + 1) throw new InvalidOperationException($"{_filled} orders were filled of {_client.Given + 1}.");
        yield return new GoalResult("alloc-positions", (double)Math.Max(0, quiet - OneOffBytes) / QuietTicks, 0, AtMost: true,
            string.Create(CultureInfo.InvariantCulture,
                $"B per tick of the engine's thread with {Instruments} positions, {WorkingOrders} working orders and a bracket; {quiet} B "
                + $"in all over {QuietTicks} ticks"));
        yield return new GoalResult("alloc-run", (double)Math.Max(0, deciding - OneOffBytes) / QuietTicks, 0, AtMost: true,
            string.Create(CultureInfo.InvariantCulture,
                $"B per tick of the engine's thread with a strategy deciding besides; {deciding} B in all over {QuietTicks} ticks, "
                + $"{signals} signals of them"));
        yield return new GoalResult("alloc-order", (double)traded / orders, BytesPerOrderMost, AtMost: true,
            string.Create(CultureInfo.InvariantCulture,
                $"B of the engine's thread per order placed, claimed and filled on paper, charges included; {orders} orders among "
                + $"{TradedTicks} ticks"));
    }

    private void Trade(int count)
    {
        for (var end = _place + count; _place + TicksPerOrder <= end;)
        {
            _client.Order(_live.Inbox, _ticks[_place - 1].Time, id => _last[id.Index]);
            Post(TicksPerOrder);
        }
    }

    private void Post(int count)
    {
        foreach (ref readonly var tick in _ticks.AsSpan(_place, count))
        {
            _last[tick.Instrument] = tick.Last;
            _live.Inbox.Post(tick.ToInput(), CancellationToken.None);
        }

        _place += count;
    }

    /// <summary>What the engine's thread has allocated when all posted so far is done: the second mark tells that the first is counted.
    /// </summary>
    private long Mark()
    {
        ScriptedClient.Give(_live.Inbox, _client.Mark(_marksGiven++));
        ScriptedClient.Give(_live.Inbox, _client.Mark(_marksGiven++));
        while (Volatile.Read(ref _marksSeen) < _marksGiven) Thread.Sleep(1);
        return Volatile.Read(ref _engineBytes);
    }

    /// <summary>A mark after which marks cost what they usually do: now and then one finds the list of answered keys full, which then grows
    /// at once by more than all ticks may allocate.</summary>
    private long Settle()
    {
        var (last, cost) = (Mark(), 0L);
        for (var again = 0; again < SettlingMarks; again++)
        {
            var next = Mark();
            if (next - last == cost) return next;
            (last, cost) = (next, next - last);
        }

        return last;
    }

    /// <summary>A strategy that crosses often on a run that is paused: what is counted is the deciding and its signals alone.</summary>
    private void StartRun()
    {
        var words = $"strategy=ma_crossover instrument={_plan.Instruments.All[0].Key} timeframe=1m short_window=2 long_window=5";
        Give(new DeclareRun(words), "declare");
        Give(new MoveRun(new RunId(1), RunAction.Start), "start");
        _live.Inbox.Post(DeskInput.Of(_ticks[_place - 1].Time, new RunCandles(1, [], IsLast: true)), CancellationToken.None);
        Give(new MoveRun(new RunId(1), RunAction.Pause), "pause");
    }

    private void Give(DeskCommand command, string key) =>
        ScriptedClient.Give(_live.Inbox, new SubmittedCommand(0, "client", ScriptedClient.Account, key, command));

    private void Note(in DeskFact fact)
    {
        if (fact.Kind == FactKind.SignalRaised)
        {
            Volatile.Write(ref _signals, _signals + 1);
            return;
        }

        if (fact.Refusal is not (RefusalCode.None or RefusalCode.QuantityNotAllowed))
            throw new InvalidOperationException($"The desk refused an order: {fact.Refusal}.");
        if (fact.Kind == FactKind.IntentDenied) Volatile.Write(ref _marksSeen, _marksSeen + 1);
        if (fact.Kind == FactKind.OrderMoved && fact.Order is { Kind: OrderEventKind.Traded, State: OrderState.Filled })
            Volatile.Write(ref _filled, _filled + 1);
    }
}
