using Microsoft.Extensions.Logging;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Indicators;

namespace TradingDesk.Engine.Hosting.Warmth;

/// <summary>
/// Answers the engine's requests for history: waits until the store has all that was told, grows every instrument from it, keeps the new
/// version, and puts the answers on the line. Driven by one thread of the host.
/// </summary>
internal sealed class Warmer(
    DeskPlan plan, LevelBoard board, Inbox inbox, PieceSource pieces, WrittenMark written, IndicatorStore store, TimeProvider time,
    ILogger log)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);
    private const int LookEveryMilliseconds = 20;

    private int _served;
    private int? _dropped;

    /// <summary>Serves requests until told to stop.</summary>
    public void Run(CancellationToken stop)
    {
        var runs = new RunWarmer(plan, board, inbox, pieces, written, log);
        while (!stop.WaitHandle.WaitOne(LookEveryMilliseconds))
        {
            Look(stop);
            runs.Look(stop);
        }
    }

    /// <summary>Serves the request that waits, if there is one.</summary>
    public void Look(CancellationToken stop)
    {
        if (board.Wanted is not { } wanted || wanted.Request == _served) return;
        _served = wanted.Request;
        var failure = Serve(wanted, stop);
        if (stop.IsCancellationRequested) return;
        inbox.PostNow(DeskInput.WarmedUp(default, wanted.Request, failure), stop);
        if (failure == RefusalCode.None && wanted.IsNewVersion) WithdrawIfDropped(wanted);
    }

    private RefusalCode Serve(WarmthWanted wanted, CancellationToken stop)
    {
        if (!written.WaitFor(wanted.AfterFact, _patience, stop)) return RefusalCode.HistoryBehind;
        try
        {
            var lists = IndicatorLists.Parse(wanted.Indicators, plan.Instruments, out _)!;
            var past = new StoredPast(board.Calendar, pieces);
            foreach (var instrument in plan.Instruments.All)
            {
                if (stop.IsCancellationRequested) return RefusalCode.HistoryUnreadable;
                inbox.PostNow(DeskInput.Warm(default, instrument.Id, past.ForChange(instrument, wanted, lists)), stop);
            }
        }
        catch (Exception error) when (StoreFault.From(error) is { } fault)
        {
            WarmthLog.HistoryUnreadable(log, fault.Reason);
            return RefusalCode.HistoryUnreadable;
        }

        return wanted.IsNewVersion ? Keep(wanted) : RefusalCode.None;
    }

    /// <summary>Kept before it is in force: a desk killed between the two starts with what the person asked for.</summary>
    private RefusalCode Keep(WarmthWanted wanted)
    {
        var now = Instant.From(time.GetUtcNow());
        var version = new StoredVersion(wanted.Version, wanted.Indicators, wanted.Principal, now, wanted.Note);
        if (_dropped is { } dropped && store.TryWithdraw(dropped, out _)) _dropped = null;
        if (store.TryAdd(version, out var refusal)) return RefusalCode.None;
        WarmthLog.ListsNotKept(log, wanted.Version, refusal);
        return RefusalCode.ListsNotKept;
    }

    /// <summary>Also while the desk stops: the engine ends after this thread, and the next start must not use what it dropped.</summary>
    private void WithdrawIfDropped(WarmthWanted wanted)
    {
        var since = time.GetTimestamp();
        while (board.Wanted == wanted && time.GetElapsedTime(since) < _patience) Thread.Sleep(1);

        if (board.Rungs.IndicatorVersion == wanted.Version)
        {
            WarmthLog.ListsInForce(log, wanted.Version, wanted.Principal, wanted.Indicators);
            return;
        }

        if (store.TryWithdraw(wanted.Version, out var refusal)) return;
        _dropped = wanted.Version;
        WarmthLog.ListsNotWithdrawn(log, wanted.Version, refusal);
    }
}
