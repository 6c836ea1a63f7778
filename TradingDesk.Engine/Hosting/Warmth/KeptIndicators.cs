using Microsoft.Extensions.Logging;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Indicators;
using TradingDesk.Engine.Storage.Sqlite.Revisions;

namespace TradingDesk.Engine.Hosting.Warmth;

/// <summary>What a desk keeps of its indicators from one run to the next - the lists' versions and the states - and who keeps it.</summary>
internal sealed class KeptIndicators : IDisposable
{
    private readonly IndicatorStore _store;
    private readonly ListVersions _versions;
    private readonly TimeProvider _time;
    private readonly ILogger _log;

    private KeptIndicators(IndicatorStore store, DeskPlan plan, TimeProvider time, ILogger log)
    {
        (_store, _time, _log) = (store, time, log);
        _versions = new ListVersions(store, time, log);
        Plan = _versions.Choose(plan);
    }

    /// <summary>The plan with the lists that were kept.</summary>
    public DeskPlan Plan { get; }

    /// <summary>Up to where the candle writer has stored what was told.</summary>
    public WrittenMark Written { get; } = new();

    /// <summary>What the indicators start from, once it was read.</summary>
    public StartStates States { get; private set; } = new(false, "");

    public static KeptIndicators Open(DeskSettings settings, DeskPlan plan, TimeProvider time, ILogger log) =>
        IndicatorStore.TryOpen(settings.IndicatorFile, settings.World, out var store, out var refusal)
            ? new KeptIndicators(store!, plan, time, log)
            : throw new DeskRefusedException(refusal);

    /// <summary>Reads the states to start from and says aloud which; those of candles that are gone or made anew are forgotten.</summary>
    public void ReadStates(Instant? storedThrough, bool areCandlesNew, Func<long, IReadOnlyList<RevisedSeries>?>? revisedSince = null)
    {
        States = areCandlesNew
            ? StartStates.Cold("the candles were made anew", isTrouble: false)
            : StartStates.Read(_store, storedThrough, revisedSince);
        States = States.For(Plan);
        var areOfNoCandle = areCandlesNew || storedThrough is null;
        if (areOfNoCandle && !_store.TryForgetSnapshots(out var refusal)) throw new DeskRefusedException(refusal);
        if (States.IsTrouble) WarmthLog.StartedWithTrouble(_log, States.Sentence);
        else WarmthLog.Started(_log, States.Sentence);
    }

    public IReadOnlyList<IndicatorVersion> ReadVersions() => _versions.Read();

    public Warmer WarmerOf(LevelBoard board, Inbox inbox, PieceSource pieces) =>
        new(Plan, board, inbox, pieces, Written, _store, _time, _log);

    public SnapshotWriter WriterOf(LevelBoard board) => new(board.States, Plan.Instruments, Written, _store, _time, _log);

    public void Dispose() => _store.Dispose();
}
