using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Runs;

namespace TradingDesk.Engine.Trading.Runs;

/// <summary>The strategies at work, by their runs and by what they watch; beside one that decides its next version may warm.</summary>
internal sealed class LiveRuns
{
    private readonly LiveRun?[] _deciding = new LiveRun?[Limits.RunsMost + 1];
    private readonly LiveRun?[] _warming = new LiveRun?[Limits.RunsMost + 1];
    private readonly LiveRun[][] _byInstrument;
    private int _requests;

    public LiveRuns(int instruments)
    {
        _byInstrument = new LiveRun[instruments][];
        Array.Fill(_byInstrument, []);
    }

    /// <summary>Those that watch an instrument.</summary>
    public ReadOnlySpan<LiveRun> Watching(InstrumentId id) => _byInstrument[id.Index];

    public LiveRun? Find(RunId run) => _deciding[run.Number];

    /// <summary>The one that asked for history under that number.</summary>
    public LiveRun? Asking(int request) => All.FirstOrDefault(live => live.Request == request);

    /// <summary>Whether it is a version that waits to take over.</summary>
    public bool IsNext(LiveRun live) => _warming[live.Run.Number] == live;

    /// <summary>Those that decide and those that warm.</summary>
    public IEnumerable<LiveRun> All => _deciding.Concat(_warming).OfType<LiveRun>();

    public bool NeedOtherThan(IReadOnlyList<Timeframe> timeframes) =>
        All.Any(live => live.Spec.Timeframe != Timeframe.Minute && !timeframes.Contains(live.Spec.Timeframe));

    public LiveRun Begin(RunId run, RunSpec spec, int version)
    {
        End(run);
        return Add(_deciding, run, spec, version);
    }

    /// <summary>A new version warms beside the one that decides.</summary>
    public LiveRun BeginNext(RunId run, RunSpec spec, int version)
    {
        Remove(_warming, run);
        return Add(_warming, run, spec, version);
    }

    /// <summary>The new version is warm: from the next candle on it decides.</summary>
    public void TakeOver(LiveRun live)
    {
        _warming[live.Run.Number] = null;
        Remove(_deciding, live.Run);
        _deciding[live.Run.Number] = live;
    }

    public void End(RunId run)
    {
        Remove(_deciding, run);
        Remove(_warming, run);
    }

    private LiveRun Add(LiveRun?[] to, RunId run, RunSpec spec, int version)
    {
        var live = new LiveRun(run, spec, version, ++_requests);
        to[run.Number] = live;
        ref var watching = ref _byInstrument[spec.Watched.Id.Index];
        watching = [.. watching, live];
        return live;
    }

    private void Remove(LiveRun?[] from, RunId run)
    {
        if (from[run.Number] is not { } live) return;
        from[run.Number] = null;
        ref var watching = ref _byInstrument[live.Spec.Watched.Id.Index];
        watching = [.. watching.Where(other => other != live)];
    }
}
