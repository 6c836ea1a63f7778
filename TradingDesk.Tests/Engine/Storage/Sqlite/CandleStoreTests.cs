using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Storage.Sqlite;

/// <summary>What a candle store's file must be before the desk writes to it.</summary>
public sealed class CandleStoreTests
{
    [Fact]
    public void A_new_file_gets_the_schema_the_world_and_a_write_ahead_log()
    {
        using var fixture = new StoreFixture();

        using var link = fixture.Store.OpenReader();

        Assert.Equal(CandleSchema.Form.Version, link.ReadNumber("PRAGMA user_version"));
        Assert.Equal("simulated", link.ReadText("SELECT value FROM meta WHERE key = 'world'"));
        Assert.Equal("wal", link.ReadText("PRAGMA journal_mode"));
    }

    [Fact]
    public void Another_simulated_market_deletes_the_rows_of_the_one_before_and_the_same_keeps_them()
    {
        using var fixture = new StoreFixture();
        var candle = new Candle { Start = Instant.FromUnixSeconds(1_767_585_000), Seconds = 60, Ticks = 1 };

        Assert.True(fixture.Store.TryRenewFor("seed 1", evenIfSame: false, out var isFirstRenewal, out _));
        fixture.Enter([new StoredCandle(Segment.Nse, 1, candle)]);
        Assert.True(fixture.Store.TryRenewFor("seed 1", evenIfSame: false, out var isSameRenewal, out _));
        var kept = Rows(fixture.Store);
        Assert.True(fixture.Store.TryRenewFor("seed 2", evenIfSame: false, out var isOtherRenewal, out _));

        Assert.Equal((false, false, true), (isFirstRenewal, isSameRenewal, isOtherRenewal));
        Assert.Equal((1, 0), (kept, Rows(fixture.Store)));
    }

    [Fact]
    public void A_store_that_cannot_be_made_ready_says_so()
    {
        using var fixture = new StoreFixture();
        Write(fixture.Path, "DROP TABLE candles_tf");

        var isReady = fixture.Store.TryRenewFor("seed 1", evenIfSame: false, out var isRenewed, out var refusal);

        Assert.Equal((false, false), (isReady, isRenewed));
        Assert.StartsWith($"The candle store {fixture.Path} cannot be made ready: ", refusal, StringComparison.Ordinal);
        Assert.Equal(0, fixture.Ask("SELECT COUNT(*) FROM meta WHERE key = 'simulated market'"));
    }

    private static long Rows(CandleStore store)
    {
        using var link = store.OpenReader();
        return link.ReadNumber("SELECT COUNT(*) FROM candles_tf");
    }

    [Fact]
    public void The_writers_connection_syncs_in_the_normal_way()
    {
        using var fixture = new StoreFixture();

        using var link = fixture.Store.OpenWriter();

        Assert.Equal(1, link.ReadNumber("PRAGMA synchronous"));
    }

    [Fact]
    public void An_empty_file_of_version_0_is_upgraded_and_opening_it_again_changes_nothing()
    {
        using var folder = new TempFolder();
        var path = folder.File("candles.db");
        File.WriteAllBytes(path, []);

        Assert.True(CandleStore.TryOpen(path, CandleWorld.Market, out _, out _));
        Assert.True(CandleStore.TryOpen(path, CandleWorld.Market, out var store, out _));

        using var link = store!.OpenReader();
        Assert.Equal(1, link.ReadNumber("SELECT COUNT(*) FROM meta"));
        Assert.Equal(CandleSchema.Form.Version, link.ReadNumber("PRAGMA user_version"));
    }

    [Fact]
    public void A_newer_schema_is_refused_and_left_as_it_is()
    {
        using var fixture = new StoreFixture();
        Write(fixture.Path, "PRAGMA user_version = 99");

        var opened = CandleStore.TryOpen(fixture.Path, CandleWorld.Simulated, out var store, out var refusal);

        Assert.False(opened);
        Assert.Null(store);
        var sentence = $"has schema version 99, and this desk knows versions up to {CandleSchema.Form.Version}";
        Assert.Contains(sentence, refusal, StringComparison.Ordinal);
        Assert.Equal(99, fixture.Ask("PRAGMA user_version"));
    }

    [Fact]
    public void Simulated_and_market_candles_never_share_a_file()
    {
        using var fixture = new StoreFixture();

        var opened = CandleStore.TryOpen(fixture.Path, CandleWorld.Market, out _, out var refusal);

        Assert.False(opened);
        Assert.Contains("holds simulated candles, and this desk writes market candles", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_programs_database_is_refused_and_keeps_every_byte()
    {
        using var folder = new TempFolder();
        var path = folder.File("other.db");
        Write(path, "CREATE TABLE recipes (name TEXT)");
        var before = File.ReadAllBytes(path);

        var opened = CandleStore.TryOpen(path, CandleWorld.Market, out _, out var refusal);

        Assert.False(opened);
        Assert.Contains("another program's database", refusal, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_with_a_sentence()
    {
        using var folder = new TempFolder();
        var path = folder.File("notes.txt");
        File.WriteAllText(path, string.Concat(Enumerable.Repeat("These are notes, not candles.\n", 100)));

        var opened = CandleStore.TryOpen(path, CandleWorld.Market, out _, out var refusal);

        Assert.False(opened);
        Assert.EndsWith("cannot be opened: its file is not a SQLite database.", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_below_a_file_is_refused_with_a_sentence()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("file"), "");

        var opened = CandleStore.TryOpen(folder.File("file", "candles.db"), CandleWorld.Market, out _, out var refusal);

        Assert.False(opened);
        Assert.StartsWith("The candle store ", refusal, StringComparison.Ordinal);
    }

    private static void Write(string path, string sql)
    {
        using var link = SqliteLink.Open(path, readOnly: false, busyMilliseconds: 0);
        link.Execute(sql);
    }
}
