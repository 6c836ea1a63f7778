using System.Text.Json;
using Microsoft.Data.Sqlite;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Engine.Storage.Tape;

namespace TradingDesk.Tests.Processes;

/// <summary>What a desk left in its data folder when it ended, one way or another: tape, candles and log.</summary>
internal sealed class StoppedDesk(string dataFolder)
{
    private readonly string _tape = Path.Combine(dataFolder, "simulated", "tape");

    public string CandleFile => Path.Combine(dataFolder, "simulated", "candles.db");

    public TapeCheck Rerun()
    {
        using var rerun = new TapeRerun(_tape);
        return rerun.Run();
    }

    /// <summary>The candles that the tape's last start closed, and the monotonic clock of the last input that reached the tape.</summary>
    public (IReadOnlyList<ClosedOnTape> Candles, long LastNanos) ReadLastRun()
    {
        DirectDesk? desk = null;
        List<ClosedOnTape> closed = [];
        var lastNanos = 0L;
        foreach (var (block, _, _) in new TapeReader(_tape).Blocks())
        {
            foreach (var input in Inputs(block))
            {
                if (input.Kind == InputKind.Started) (desk, closed) = (new DirectDesk((DeskPlan)input.Cargo!), []);
                lastNanos = input.MonotonicNanos;
                Feed(desk!, input, closed);
            }
        }

        return (closed, lastNanos);
    }

    /// <summary>The names of orders that the venue took, as often as it said so.</summary>
    public IReadOnlyList<OrderTag> TagsAcknowledged() =>
    [
        .. new TapeReader(_tape).Blocks().SelectMany(read => Inputs(read.Block))
            .Where(input => input.Kind == InputKind.Report && input.Report.Kind == OrderEventKind.Acknowledged)
            .Select(input => input.Report.Tag),
    ];

    /// <summary>Those candles that the store does not hold exactly as they closed.</summary>
    public IReadOnlyList<ClosedOnTape> Missing(IReadOnlyList<ClosedOnTape> closed) => Read(reader =>
    {
        List<ClosedOnTape> missing = [];
        foreach (var series in closed.GroupBy(candle => (candle.Instrument.Segment, candle.Instrument.Token, candle.Candle.Seconds)))
        {
            var (segment, token, seconds) = series.Key;
            var from = series.Min(candle => candle.Candle.Start.UnixSeconds);
            var stored = reader.Between(segment, token, seconds, from, long.MaxValue).ToDictionary(candle => candle.Start);
            missing.AddRange(series.Where(candle => !stored.TryGetValue(candle.Candle.Start, out var held) || !held.Equals(candle.Candle)));
        }

        return missing;
    });

    /// <summary>The stored minutes of an instrument that start at or after a second since 1970 UTC.</summary>
    public IReadOnlyList<Candle> Minutes(Segment segment, int token, long fromSecond) =>
        Read(reader => reader.Between(segment, token, 60, fromSecond, long.MaxValue));

    /// <summary>The newest stored minute of one instrument that was built from ticks, in seconds since 1970 UTC; 0 without one.</summary>
    public long NewestLiveMinute()
    {
        if (!File.Exists(CandleFile)) return 0;
        using var connection = new SqliteConnection($"Data Source={CandleFile};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT max(ts) FROM (SELECT ts, exchange, token, tf, quality FROM candles_tf UNION ALL
                SELECT ts, exchange, token, tf, quality FROM candles_hot)
            WHERE exchange = 1 AND token = 2885 AND tf = 60 AND quality & 8 = 0
            """;
        return command.ExecuteScalar() as long? ?? 0;
    }

    /// <summary>The log's lines as the JSON they must be.</summary>
    public IReadOnlyList<JsonElement> Log() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(dataFolder, "logs")).Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines).Select(line => JsonDocument.Parse(line).RootElement),
    ];

    private static IEnumerable<DeskInput> Inputs(TapeBlock block)
    {
        for (var at = 0; at < block.Inputs.Length;)
        {
            at += InputCodec.Read(block.Inputs.AsSpan(at), out var input);
            yield return input;
        }
    }

    private static void Feed(DirectDesk desk, DeskInput input, List<ClosedOnTape> closed)
    {
        desk.Process(input);
        while (desk.TryRead(out var fact))
        {
            if (fact.Kind != FactKind.CandleClosed) continue;
            closed.Add(new(desk.Plan.Instruments[fact.Instrument], fact.Candle, input.MonotonicNanos));
        }
    }

    private T Read<T>(Func<CandleReader, T> read)
    {
        Assert.True(CandleStore.TryOpen(CandleFile, CandleWorld.Simulated, out var store, out var refusal), refusal);
        using var reader = new CandleReader(store!);
        return read(reader);
    }
}
