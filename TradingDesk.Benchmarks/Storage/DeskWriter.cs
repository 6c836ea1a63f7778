using System.Diagnostics;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;

namespace TradingDesk.Benchmarks.Storage;

/// <summary>The desk's own candle writer, driven on this thread as its part of the desk drives it: a hundred closed candles, then a
/// flush.</summary>
internal static class DeskWriter
{
    private const long KeepForever = 1_000_000_000;

    public static CandleStore NewStore(string file)
    {
        if (!CandleStore.TryOpen(file, CandleWorld.Simulated, out var store, out var refusal))
            throw new InvalidOperationException(refusal);
        return store!;
    }

    /// <summary>Rows that do not fill a flush are not written: ask for whole ones.</summary>
    public static WriterTimes Write(CandleStore store, int rows)
    {
        var quarters = new List<double>();
        using var writer = new CandleWriter(store, KeepForever);
        var (taken, since) = (0, Stopwatch.GetTimestamp());
        foreach (var row in WriterRows.Make(rows))
        {
            writer.Add(row.Segment, row.Token, row.Candle);
            if (++taken % CandleWriter.RowsPerFlush == 0 && !writer.TryFlush(Environment.TickCount64))
                throw new InvalidOperationException(writer.State.Sentence);
            if (taken % (rows / 4) != 0) continue;
            quarters.Add(Stopwatch.GetElapsedTime(since).TotalNanoseconds);
            since = Stopwatch.GetTimestamp();
        }

        return new WriterTimes([.. quarters]);
    }

    /// <summary>How many rows a store holds and a sum over them that any other row changes.</summary>
    public static (long Rows, long Sum) Count(CandleStore store)
    {
        const string Sums = "COUNT(*) AS n, SUM((close + 3 * volume + 7 * ticks) * (1 + (token + ts) % 101)) AS s";
        var tables = ((string[])["candles_1s", "candles_tf", "candles_hot"]).Select(table => $"SELECT {Sums} FROM {table}");
        var all = $"({string.Join(" UNION ALL ", tables)})";
        using var link = store.OpenReader();
        return (link.ReadNumber($"SELECT SUM(n) FROM {all}"), link.ReadNumber($"SELECT SUM(s) FROM {all}"));
    }
}
