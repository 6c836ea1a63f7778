using System.Diagnostics;
using System.Globalization;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Storage.Sqlite.Candles;

namespace TradingDesk.Benchmarks.Storage;

/// <summary>
/// The goal `sqlite`: the candle writer against its statements in C, whether a store that grows slows it, and how long a day of one
/// series takes to read then. Every run's rows are counted afterwards.
/// </summary>
internal static class SqliteGoal
{
    private const int RoundRows = 400_000;
    private const int RoundsMeasured = 7;
    private const int GrownRows = 3_000_000;
    private const int GrownRuns = 3;
    private const int Reads = 15;

    /// <summary>A trading day, in seconds.</summary>
    private const int DaySeconds = 22_500;

    private const double SpeedTarget = 0.6;
    private const double GrowthTarget = 0.9;
    private const double ReadTarget = 5;

    public static IEnumerable<GoalResult> Run()
    {
        var folder = Directory.CreateTempSubdirectory("tradingdesk-sqlite-");
        try
        {
            yield return Speed(folder.FullName);
            var stores = Enumerable.Range(0, GrownRuns).Select(run => Fresh(folder.FullName, $"grown-{run}")).ToArray();
            yield return Growth([.. stores.Select(store => Write(store, GrownRows))]);
            foreach (var timeframe in (int[])[1, 60]) yield return DayRead(stores[^1], timeframe);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static GoalResult Speed(string folder)
    {
        var ours = Fresh(folder, "desk");
        if (WriterInC.TryBuild(folder, out var why) is not { } peer)
            return GoalResult.NotMeasured("sqlite", SpeedTarget, atMost: false, why);
        var theirs = Fresh(folder, "c");
        DeskWriter.Write(ours, RoundRows);
        peer.Write(theirs, RoundRows);
        if (DeskWriter.Count(ours) != DeskWriter.Count(theirs))
            return GoalResult.NotMeasured("sqlite", SpeedTarget, atMost: false, "the C program wrote other rows than the desk");

        var times = Rounds.Compare(
            () => Write(Fresh(folder, "desk"), RoundRows).Total,
            () => peer.Write(Fresh(folder, "c"), RoundRows).Total,
            RoundsMeasured);
        return new GoalResult("sqlite", times.Speedup, SpeedTarget, AtMost: false, times.Describe(RoundRows, "row"));
    }

    /// <summary>Long runs are never undisturbed: the median of a few.</summary>
    private static GoalResult Growth(List<WriterTimes> runs)
    {
        var middle = runs.OrderBy(run => run.LastToFirst).ElementAt(runs.Count / 2);
        var all = string.Join(", ", runs.Select(run => run.LastToFirst.ToString("0.00", CultureInfo.InvariantCulture)));
        var detail = $"{GrownRows} rows, thousands a second in each quarter: {middle.Speeds(GrownRows)}; all runs {all}";
        return new GoalResult("sqlite-growth", middle.LastToFirst, GrowthTarget, AtMost: false, detail);
    }

    /// <summary>The newest trading day of one series after another in milliseconds: each by a new reader, then again by the same.</summary>
    private static GoalResult DayRead(CandleStore store, int timeframe)
    {
        var (cold, warm, candles) = (new double[Reads], new double[Reads], 0);
        for (var read = 0; read < Reads; read++)
        {
            using var reader = new CandleReader(store);
            cold[read] = TimeDay(reader, timeframe, read, ref candles);
            warm[read] = TimeDay(reader, timeframe, read, ref candles);
        }

        Array.Sort(cold);
        Array.Sort(warm);
        var detail = string.Create(CultureInfo.InvariantCulture,
            $"ms, the median of {Reads} series by a new reader each; {warm[Reads / 2]:0.00} ms again by the same, best {cold[0]:0.00} "
            + $"and {warm[0]:0.00}; {candles / (2 * Reads)} candles among {GrownRows}");
        return new GoalResult($"sqlite-day-{timeframe}s", cold[Reads / 2], ReadTarget, AtMost: true, detail);
    }

    private static double TimeDay(CandleReader reader, int timeframe, int instrument, ref int candles)
    {
        var before = WriterRows.FirstSecond + (GrownRows / WriterRows.Instruments);
        var start = Stopwatch.GetTimestamp();
        candles += reader.Between(Segment.Nse, WriterRows.TokenOf(instrument), timeframe, before - DaySeconds, before).Count;
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static WriterTimes Write(CandleStore store, int rows)
    {
        var times = DeskWriter.Write(store, rows);
        var written = DeskWriter.Count(store).Rows;
        if (written != rows) throw new InvalidOperationException($"{written} rows were stored, {rows} were told.");
        return times;
    }

    private static CandleStore Fresh(string folder, string name)
    {
        var file = Path.Combine(folder, name + ".db");
        foreach (var part in (string[])["", "-wal", "-shm"]) File.Delete(file + part);
        return DeskWriter.NewStore(file);
    }
}
