using TradingDesk.Benchmarks.Trading;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Benchmarks.Latency;

/// <summary>
/// The live path with a strategy at work on its first instrument: every minute that closes there becomes a signal and orders, which trade
/// with a book that is shown at once and a journal that is durable at once.
/// </summary>
internal sealed class DecidingDesk : IDisposable
{
    private const string Account = "PAPER-1";
    private const int MinutesBefore = 10;
    private const int Shown = 1_000_000;
    private const int Step = 500;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    private readonly DeskPlan _plan;
    private readonly LivePath _live;
    private readonly FactReader _facts;
    private RefusalCode _why;
    private int _commands;

    public DecidingDesk(int instruments)
    {
        _plan = ReplayRun.PlanFor(instruments);
        _live = new LivePath(_plan, (in _) => { }, strategies: [FlipFlop.Description]);
        _facts = _live.AddReader();
        Begin();
    }

    /// <summary>The market time of the first packet: by then the strategy decides.</summary>
    public static Instant Start { get; } = RecordedTicks.Open.PlusSeconds(MinutesBefore * Timeframe.Minute.Seconds);

    public LevelBoard Board => _live.Board;

    /// <summary>Intents that the desk accepted, and all it was asked for.</summary>
    public (int Accepted, int All) Intents { get; private set; }

    /// <summary>Posts the packet and waits until its tick stands on the board.</summary>
    public void PostAndSee(in TickPacket packet)
    {
        _live.Inbox.Post(packet.ToInput(), CancellationToken.None);
        while (true)
        {
            Board.Read(packet.Instrument, out var tick, out _, out _);
            if (tick.DayVolume == packet.DayVolume) return;
            Thread.Yield();
        }
    }

    /// <summary>Posts a packet that closes a candle and waits until the intent of that close is a fact.</summary>
    public void PostAndDecide(in TickPacket packet)
    {
        while (HearIntent())
        {
            // What the close before asked for besides its first intent.
        }

        _live.Inbox.Post(packet.ToInput(), CancellationToken.None);
        var since = Environment.TickCount64;
        while (!HearIntent())
        {
            if (Environment.TickCount64 - since > _patience.TotalMilliseconds)
                throw new InvalidOperationException($"No intent came of the minute before {packet.Time}: {_why}.");
            Thread.Yield();
        }
    }

    /// <summary>Lets what was ordered trade: long before the next minute.</summary>
    public void Trade(in TickPacket packet)
    {
        var depth = new Depth { Time = packet.Time, Anchor = packet.Last };
        depth.Bids[0] = new DepthLevel(-Step, Shown);
        depth.Offers[0] = new DepthLevel(Step, Shown);
        _live.Inbox.Post(DeskInput.Of(packet.Time, packet.Instrument, depth), CancellationToken.None);
        _live.Inbox.Post(DeskInput.JournalSynced(packet.Time, long.MaxValue, JournalHealth.Sound), CancellationToken.None);
    }

    public void Dispose() => _live.Dispose();

    private bool HearIntent()
    {
        while (_facts.TryRead(out var fact))
        {
            if (fact.Kind == FactKind.SignalRaised) _why = fact.Refusal;
            if (fact.Kind is not (FactKind.IntentAccepted or FactKind.IntentDenied)) continue;
            Intents = (Intents.Accepted + (fact.Kind == FactKind.IntentAccepted ? 1 : 0), Intents.All + 1);
            return true;
        }

        return false;
    }

    private void Begin()
    {
        var at = RecordedTicks.Open;
        _live.Inbox.Post(DeskInput.Started(at, _plan), CancellationToken.None);
        _live.Inbox.Post(DeskInput.HistoryEnd(at), CancellationToken.None);
        var what = $"strategy={FlipFlop.Description.Code} instrument={_plan.Instruments.All[0].Key} timeframe=1m product=mis";
        Give(at, new OpenAccount(Money.FromRupees(90_00_00_000)));
        Give(at, new DeclareRun($"{what} quantity=lots:1 capital=100000000"));
        Give(at, new MoveRun(new RunId(1), RunAction.Start));
        _live.Inbox.Post(DeskInput.Of(at, new RunCandles(1, [], IsLast: true)), CancellationToken.None);
        for (var minute = 0; minute < MinutesBefore; minute++, at = at.PlusSeconds(Timeframe.Minute.Seconds))
        {
            var packet = new TickPacket(1, 0, at, Price.FromRupees(1_000), 0);
            _live.Inbox.Post(packet.ToInput(), CancellationToken.None);
            Trade(packet);
        }

        _live.Settle();
        while (HearIntent())
        {
        }

        Intents = default;
    }

    private void Give(Instant at, DeskCommand command) => _live.Inbox.Post(
        DeskInput.Of(at, new SubmittedCommand(++_commands, "bench", Account, $"k{_commands}", command)), CancellationToken.None);
}
