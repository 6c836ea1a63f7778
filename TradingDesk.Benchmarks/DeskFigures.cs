using System.Diagnostics;
using TradingDesk.Engine.Feeds;
using TradingDesk.Engine.Feeds.Simulated;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.Settings;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Engine.Storage.Sqlite.Revisions;

namespace TradingDesk.Benchmarks;

/// <summary>The command `figures`: what has no goal yet but is worth knowing of this machine.</summary>
internal static class DeskFigures
{
    private const int Pings = 2_000;
    private const int SimulatedSeconds = 120;
    private const int Rows = 500_000;

    public static int Run()
    {
        Figures.PrintLatency("post-to-board", PostToBoard());
        MemoryFigures.Print();
        Figures.Print("simulated-events", SimulatedEventsPerSecond(), "a second, one thread");
        Figures.Print("candle-bulk", RowsPerSecond(), "rows a second");
        return 0;
    }

    /// <summary>Nanoseconds from a tick's post to an idle desk until a reader sees it on the board.</summary>
    private static long[] PostToBoard()
    {
        var ticks = RecordedTicks.Make(Pings, instruments: 1, ticksPerSecond: 4);
        using var live = new LivePath(ReplayRun.PlanFor(1), (in _) => { });
        var times = new long[Pings];
        for (var i = 0; i < Pings; i++)
        {
            Thread.Sleep(1);
            var before = live.Board.Read(default, out _, out _, out _);
            var start = Stopwatch.GetTimestamp();
            live.Post(ticks.AsSpan(i, 1));
            while (live.Board.Read(default, out _, out _, out _) == before)
            {
            }

            times[i] = (long)Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        }

        return times;
    }

    private static double SimulatedEventsPerSecond()
    {
        var open = RecordedTicks.Open.PlusSeconds(10 * 3_600);
        var listed = ListedInstruments.Read().Instruments;
        var instruments = SimulatedInstruments.Make(RecordedTicks.Seed, listed, TradingCalendar.AlwaysOpen, open);
        var market = new SimulatedMarket(RecordedTicks.Seed, instruments, TradingCalendar.AlwaysOpen);
        var events = new SimulatedEvent[market.EventsPerSecondMost];
        market.Second(open, events);
        var start = Stopwatch.GetTimestamp();
        var count = 0L;
        for (var second = 1; second <= SimulatedSeconds; second++) count += market.Second(open.PlusSeconds(second), events);
        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double RowsPerSecond()
    {
        var folder = Directory.CreateTempSubdirectory("tradingdesk-figures-");
        try
        {
            if (!CandleStore.TryOpen(Path.Combine(folder.FullName, "candles.db"), CandleWorld.Simulated, out var store, out var refusal))
                throw new InvalidOperationException(refusal);
            var start = Stopwatch.GetTimestamp();
            var note = new RevisionNote(Instant.FromUnixSeconds(0), "benchmark", "", "to be measured", "benchmark");
            if (!CandleRevisions.TryEnter(store!, note, RevisionRule.AddMissing, Minutes(), out var entered, out refusal))
                throw new InvalidOperationException(refusal);
            return entered.Added / Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<StoredCandle> Minutes()
    {
        for (var row = 0; row < Rows; row++)
        {
            var (token, minute) = (1 + (row / 1_440), row % 1_440);
            var price = Price.FromPaise(100_000 + (row % 97));
            yield return new StoredCandle(Segment.Nse, token, new Candle
            {
                Start = RecordedTicks.Open.PlusSeconds(60 * minute),
                Open = price,
                High = price,
                Low = price,
                Close = price,
                Volume = row,
                Seconds = 60,
                Ticks = 1,
            });
        }
    }
}
