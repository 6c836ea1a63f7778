using Microsoft.Extensions.Logging;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Storage.Sqlite;

namespace TradingDesk.Engine.Hosting.Warmth;

/// <summary>
/// Answers what runs ask of the past: waits until the store has all that was told, then puts their candles on the line, a few at a time. A
/// run whose candles cannot be had gets none and warms from those to come.
/// </summary>
internal sealed class RunWarmer(DeskPlan plan, LevelBoard board, Inbox inbox, PieceSource pieces, WrittenMark written, ILogger log)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private int _served;

    /// <summary>Serves the requests that wait, in the order they were asked.</summary>
    public void Look(CancellationToken stop)
    {
        foreach (var wanted in board.Runs.Wanted)
        {
            if (wanted.Request <= _served || stop.IsCancellationRequested) continue;
            _served = wanted.Request;
            Serve(wanted, stop);
        }
    }

    private void Serve(RunHistoryWanted wanted, CancellationToken stop)
    {
        var candles = Read(wanted, stop);
        if (stop.IsCancellationRequested) return;
        for (var from = 0; ; from += RunCandles.Most)
        {
            var some = candles.Skip(from).Take(RunCandles.Most).ToArray();
            var isLast = from + some.Length >= candles.Count;
            inbox.PostNow(DeskInput.Of(default, new RunCandles(wanted.Request, some, isLast)), stop);
            if (isLast) return;
        }
    }

    private List<Candle> Read(RunHistoryWanted wanted, CancellationToken stop)
    {
        var instrument = plan.Instruments[wanted.Instrument];
        if (!written.WaitFor(wanted.AfterFact, _patience, stop))
        {
            WarmthLog.RunWarmsCold(log, instrument.FullName, "the candle store does not keep up");
            return [];
        }

        try
        {
            return new StoredPast(board.Calendar, pieces).ForRun(instrument, wanted);
        }
        catch (Exception error) when (StoreFault.From(error) is { } fault)
        {
            WarmthLog.RunWarmsCold(log, instrument.FullName, fault.Reason);
            return [];
        }
    }
}
