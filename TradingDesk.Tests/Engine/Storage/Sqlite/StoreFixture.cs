using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Engine.Storage.Sqlite.Revisions;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Storage.Sqlite;

/// <summary>A candle store in a folder of its own, with the candles and questions the tests share.</summary>
internal sealed class StoreFixture : IDisposable
{
    public const long Start = 1_767_584_700;
    private readonly TempFolder _folder = new();

    public StoreFixture() => Store = Open(CandleWorld.Simulated);

    public string Path => _folder.File("candles.db");

    public CandleStore Store { get; }

    public CandleStore Open(CandleWorld world)
    {
        Assert.True(CandleStore.TryOpen(Path, world, out var store, out var refusal), refusal);
        return store!;
    }

    public static Candle Candle(long second, int seconds = 1, long close = 1_000_000) => new()
    {
        Start = Instant.FromUnixSeconds(second),
        Seconds = seconds,
        Open = new Price(1_000_000),
        High = new Price(1_000_500),
        Low = new Price(999_500),
        Close = new Price(close),
        Volume = 7,
        Ticks = 3,
    };

    /// <summary>Enters candles as a revision of the test's own.</summary>
    public RevisionOutcome Enter(IEnumerable<StoredCandle> candles, RevisionRule rule = RevisionRule.AddMissing)
    {
        var note = new RevisionNote(Instant.FromUnixSeconds(Start), "a test", "", "to have candles", "tester");
        Assert.True(CandleRevisions.TryEnter(Store, note, rule, candles, out var outcome, out var refusal), refusal);
        return outcome;
    }

    /// <summary>A number asked of the file by a connection of the test's own.</summary>
    public long Ask(string sql)
    {
        using var link = SqliteLink.Open(Path, readOnly: true, busyMilliseconds: 0);
        return link.ReadNumber(sql);
    }

    /// <summary>Rows of all tables of candles.</summary>
    public long Rows => Hot + Ask("SELECT COUNT(*) FROM candles_1s") + Ask("SELECT COUNT(*) FROM candles_tf");

    /// <summary>Rows that were not moved to their series yet.</summary>
    public long Hot => Ask("SELECT COUNT(*) FROM candles_hot");

    public void Dispose() => _folder.Dispose();
}
