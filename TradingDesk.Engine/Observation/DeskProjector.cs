using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Observation.Alerts;
using TradingDesk.Engine.Observation.Days;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Engine.Observation.Risks;
using TradingDesk.Engine.Observation.Runs;
using TradingDesk.Engine.Observation.Safety;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation;

/// <summary>
/// Makes the snapshots that all pages share: samples the board, keeps the reference of whatever did not change.
/// Driven by one thread of the host.
/// </summary>
internal sealed class DeskProjector
{
    private readonly DeskPlan _plan;
    private readonly LevelBoard _board;
    private IReadOnlyList<CommandAnswer> _answers = [];
    private readonly Func<DeskHealth> _health;
    private readonly int _speed;
    private readonly MarketParts _parts;
    private readonly AccountSampler _accounts;
    private readonly RunSampler _runs;
    private readonly RiskSampler _risks;
    private readonly AlertSampler _alerts;
    private readonly KillViews _kills;
    private readonly QuoteSampler _quotes;
    private readonly RateMeter _rate = new();
    private readonly RateMeter _pace = new();
    private DeskSnapshot _current;

    public DeskProjector(
        DeskPlan plan, LevelBoard board, Func<DeskHealth> health, int speed)
    {
        (_plan, _board, _health, _speed) = (plan, board, health, speed);
        _quotes = new QuoteSampler(plan, board, speed);
        _accounts = new AccountSampler(board.Money, new SquareOffs(plan, board), QuoteSampler.StaleSeconds * Math.Max(1, speed));
        _runs = new RunSampler(board.Runs);
        _risks = new RiskSampler(board.Money);
        _alerts = new AlertSampler(board.Alerts);
        _kills = new KillViews(board.Money);
        _parts = new MarketParts([.. plan.Instruments.All.Select(instrument => instrument.Hours).Distinct()]);
        _current = DeskSnapshot.Empty with
        {
            // Which world it is must be said from the first page on.
            Market = MarketStatus.Unknown with
            {
                Simulated = plan.World == DeskPlan.Simulated,
                HasFeed = plan.World != DeskPlan.Market,
                Speed = speed,
                SpeedReached = speed,
            },
            Quotes = _quotes.Sample(QuoteBoard.Empty, default),
            Layout = LayoutOf(board.Rungs),
        };
    }

    /// <summary>How the indicators' values came about at the start.</summary>
    public string Start { get; set; } = "";

    public DeskSnapshot Current => Volatile.Read(ref _current);

    /// <summary>Builds the next snapshot and swaps it in.</summary>
    public void Project(long monotonicNanos)
    {
        var before = _current;
        var counters = _board.ReadCounters();
        var rungs = _board.Rungs;
        var health = HealthOf(counters, monotonicNanos);
        var accounts = _accounts.Sample(counters.Clock);
        var next = new DeskSnapshot(
            before.Number + 1,
            StatusAt(counters, health.Clock, before.Market, monotonicNanos),
            _quotes.Sample(before.Quotes, counters.Clock),
            rungs.Version == before.Layout.Version ? before.Layout : LayoutOf(rungs),
            health)
        {
            IsReady = counters.HasJoined,
            Outcomes = OutcomesOf(_board.Answers, before.Outcomes),
            Indicators = IndicatorsOf(rungs, counters.Warm, before.Indicators),
            Accounts = accounts,
            Runs = _runs.Sample(accounts),
            Risks = _risks.Sample(),
            Alerts = _alerts.Sample(),
            Kills = _kills.Sample(RefusalSentences.Of),
            SquareOffTrouble = ReferenceEquals(accounts, before.Accounts) ? before.SquareOffTrouble : MissedSquareOffs.Of(accounts),
            JournalTrouble = TroubleOf(_board.Money.Journal),
        };
        Volatile.Write(ref _current, next);
    }

    private MarketStatus StatusAt(in DeskCounters counters, ClockDoubt? machine, MarketStatus before, long monotonicNanos)
    {
        var clock = counters.Clock;
        if (clock == default) return before;
        var calendar = _board.Calendar;
        _parts.MoveTo(clock, calendar, counters, machine);
        var status = new MarketStatus(
            _plan.World == DeskPlan.Simulated,
            calendar.IsDated ? "NSE" : "24H",
            _parts.Main.IsTrading ? MarketPhase.Open : MarketPhase.Closed,
            clock.Second,
            _parts.Main.Until,
            _speed)
        {
            SpeedReached = SpeedReached(clock, monotonicNanos),
            HasFeed = _plan.World != DeskPlan.Market,
            Main = _parts.Main,
            Parts = _parts.Now,
            Doubts = _parts.Doubts,
        };
        return status == before ? before : status;
    }

    /// <summary>A pace within a tenth of the speed asked for is that speed, for a second is measured a little long or short.</summary>
    private int SpeedReached(Instant clock, long monotonicNanos)
    {
        var reached = (int)_pace.Measure(clock.UnixMilliseconds, monotonicNanos) / 1_000;
        return reached == 0 || Math.Abs(reached - _speed) * 10 <= _speed ? _speed : reached;
    }

    private static string TroubleOf(JournalHealth health) => health switch
    {
        JournalHealth.Emergency => "The journal cannot be written: only cancels and exits are taken until it can.",
        JournalHealth.Lost => "Neither the journal nor its emergency file can be written: nothing leaves the desk until one can.",
        _ => "",
    };

    private static DeskLayout LayoutOf(RungLevels rungs) => new(rungs.Version, rungs.Timeframes);

    private IndicatorsInForce IndicatorsOf(RungLevels rungs, int warm, IndicatorsInForce before)
    {
        var warming = _board.Wanted is { } wanted
            ? new IndicatorsWarming(wanted.Version, wanted.Principal, warm, _plan.Instruments.Count)
            : null;
        if (before.Version == rungs.IndicatorVersion && before.Warming == warming) return before;
        return new IndicatorsInForce(rungs.IndicatorVersion, rungs.Indicators) { Warming = warming, Start = Start };
    }

    private DeskHealth HealthOf(in DeskCounters counters, long monotonicNanos)
    {
        var faults = counters.Faults;
        return _health() with
        {
            EngineTime = counters.Clock,
            TicksPerSecond = _rate.Measure(counters.Ticks, monotonicNanos),
            Faults = new FeedFaults(
                faults.Late, counters.Ahead, faults.Duplicate, faults.NonPositive, faults.OutsideSession, faults.VolumeStepsBack),
        };
    }

    private IReadOnlyList<CommandOutcome> OutcomesOf(IReadOnlyList<CommandAnswer> answers, IReadOnlyList<CommandOutcome> before)
    {
        if (ReferenceEquals(answers, _answers)) return before;
        _answers = answers;
        return [.. answers.Select(answer =>
            new CommandOutcome(answer.Command, answer.Refusal == RefusalCode.None, OutcomeSentences.Of(answer)))];
    }
}
