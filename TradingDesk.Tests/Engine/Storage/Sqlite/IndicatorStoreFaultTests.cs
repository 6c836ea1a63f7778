using System.Globalization;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Indicators;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Storage.Sqlite;

/// <summary>Whatever happens to the file, the store answers with a sentence and works again when it can.</summary>
public sealed class IndicatorStoreFaultTests
{
    [Fact]
    public void A_locked_store_is_told_and_works_after_the_lock_on_the_same_connection()
    {
        using var fixture = new IndicatorStoreFixture();
        fixture.Add(1);
        string refusal;
        bool added;
        using (var other = SqliteLink.Open(fixture.Path, readOnly: false, busyMilliseconds: 0))
        {
            other.Execute("BEGIN IMMEDIATE");
            added = fixture.Store.TryAdd(IndicatorStoreFixture.Version(2), out refusal);
        }

        fixture.Add(2);

        Assert.False(added);
        Assert.Equal($"The indicator store {fixture.Path} cannot write the list: it is locked by another program.", refusal);
        Assert.Equal((1, 2), (fixture.Opened, fixture.Versions().Length));
    }

    [Fact]
    public void A_full_disk_is_told_and_nothing_of_the_write_stays()
    {
        using var fixture = new IndicatorStoreFixture();
        fixture.Keep(1);
        fixture.Link!.Execute("PRAGMA max_page_count = 1");

        var isKept = fixture.Store.TryKeep(IndicatorStoreFixture.Snapshot(2), out var refusal);
        fixture.Link.Execute("PRAGMA max_page_count = 100000");
        var held = fixture.Heads().Count;
        fixture.Keep(2);

        Assert.False(isKept);
        Assert.Equal($"The indicator store {fixture.Path} cannot keep the snapshot: the disk is full.", refusal);
        Assert.Equal((1, 2), (held, fixture.Heads().Count));
    }

    [Fact]
    public void A_read_only_store_is_told_and_written_after_it_is_writable_again()
    {
        using var fixture = new IndicatorStoreFixture { AtOpening = "PRAGMA query_only = 1" };

        var added = fixture.Store.TryAdd(IndicatorStoreFixture.Version(1), out var refusal);
        fixture.AtOpening = "";
        fixture.Add(1);

        Assert.False(added);
        Assert.Equal($"The indicator store {fixture.Path} cannot write the list: it is read-only.", refusal);
    }

    [Fact]
    public void A_file_removed_under_a_running_desk_is_told_once_and_made_anew()
    {
        using var fixture = new IndicatorStoreFixture();
        fixture.Add(1);
        fixture.RemoveFiles();

        var added = fixture.Store.TryAdd(IndicatorStoreFixture.Version(2), out var refusal);
        fixture.Add(2);

        Assert.False(added);
        Assert.Equal($"The indicator store {fixture.Path} was removed while the desk ran: what it held is lost.", refusal);
        using var store = fixture.Open(CandleWorld.Simulated);
        Assert.Equal([2], IndicatorStoreFixture.Versions(store));
    }

    [Fact]
    public void A_table_that_was_dropped_is_told_on_every_call()
    {
        using var fixture = new IndicatorStoreFixture();
        fixture.Execute("DROP TABLE indicator_versions; DROP TABLE indicator_snapshots");
        string[] refusals = new string[7];

        bool[] answers =
        [
            fixture.Store.TryReadVersions(1, out _, out refusals[0]),
            fixture.Store.TryAdd(IndicatorStoreFixture.Version(1), out refusals[1]),
            fixture.Store.TryWithdraw(1, out refusals[2]),
            fixture.Store.TryKeep(IndicatorStoreFixture.Snapshot(1), out refusals[3]),
            fixture.Store.TryReadSnapshots(out _, out refusals[4]),
            fixture.Store.TryReadSnapshot(1, out _, out refusals[5]),
            fixture.Store.TryForgetSnapshots(out refusals[6]),
        ];

        Assert.All(answers, Assert.False);
        var start = $"The indicator store {fixture.Path} cannot ";
        Assert.All(refusals, refusal => Assert.StartsWith(start, refusal, StringComparison.Ordinal));
    }

    [Fact]
    public void A_closed_store_refuses_with_a_sentence()
    {
        using var fixture = new IndicatorStoreFixture();
        fixture.Add(1);
        fixture.Store.Dispose();

        var isRead = fixture.Store.TryReadVersions(1, out var read, out var refusal);

        Assert.False(isRead);
        Assert.Empty(read);
        Assert.Equal($"The indicator store {fixture.Path} is closed: the desk is stopping.", refusal);
    }

    [Fact]
    public void Simulated_and_market_indicators_never_share_a_file()
    {
        using var fixture = new IndicatorStoreFixture();

        var refusal = RefusalOf(fixture.Path, CandleWorld.Market);

        Assert.Equal($"The file {fixture.Path} holds simulated indicators, and this desk writes market indicators: " +
            "simulated and real never mix.", refusal);
    }

    [Fact]
    public void A_candle_store_is_no_indicator_store()
    {
        using var candles = new StoreFixture();
        var before = File.ReadAllBytes(candles.Path);

        var refusal = RefusalOf(candles.Path);

        Assert.Equal($"The file {candles.Path} is another program's database, not an indicator store.", refusal);
        Assert.Equal(before, File.ReadAllBytes(candles.Path));
    }

    [Fact]
    public void A_newer_schema_is_refused_and_left_as_it_is()
    {
        using var fixture = new IndicatorStoreFixture();
        fixture.Execute("PRAGMA user_version = 99");

        var refusal = RefusalOf(fixture.Path);

        Assert.Equal($"The indicator store {fixture.Path} has schema version 99, and this desk knows versions up to 1: use a newer desk.",
            refusal);
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_with_a_sentence()
    {
        using var folder = new TempFolder();
        var path = folder.File("indicators.db");
        File.WriteAllText(path, string.Concat(Enumerable.Repeat("These are notes, not indicators.\n", 100)));

        var refusal = RefusalOf(path);

        Assert.Equal($"The indicator store {path} cannot be opened: its file is not a SQLite database.", refusal);
    }

    [Fact]
    public void A_path_below_a_file_is_refused_with_a_sentence()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("file"), "");

        var refusal = RefusalOf(folder.File("file", "indicators.db"));

        Assert.StartsWith("The indicator store ", refusal, StringComparison.Ordinal);
    }

    /// <summary>Whatever became of the file's bytes, a snapshot that calls itself whole is one that was kept.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_file_with_damage_anywhere_never_throws_and_never_answers_a_wrong_snapshot(int seed)
    {
        using var fixture = new IndicatorStoreFixture();
        fixture.Add(1, 2, 3);
        fixture.Keep(1, 2, 3);
        fixture.Store.Dispose();
        var good = File.ReadAllBytes(fixture.Path);
        var random = new Random(seed);
        var ends = new Dictionary<string, int>(StringComparer.Ordinal);

        for (var round = 0; round < 60; round++)
        {
            using var folder = new TempFolder();
            File.WriteAllBytes(folder.File("indicators.db"), Damaged(good, random));
            foreach (var end in EndsOf(folder.File("indicators.db"))) ends[end] = ends.GetValueOrDefault(end) + 1;
        }

        Assert.True(ends.Keys.Order(StringComparer.Ordinal).SequenceEqual(["refused", "seen", "whole"]),
            string.Create(CultureInfo.InvariantCulture, $"Seed {seed} reached only {string.Join(", ", ends)}."));
    }

    /// <summary>A few bytes anywhere, most often where SQLite keeps its own order: in the first bytes of a page.</summary>
    private static byte[] Damaged(byte[] good, Random random)
    {
        const int page = 4_096;
        var bytes = good.ToArray();
        for (var left = random.Next(1, 6); left > 0; left--)
        {
            var start = random.Next(bytes.Length / page) * page;
            bytes[start + (random.Next(2) == 0 ? random.Next(page) : random.Next(120))] = (byte)random.Next(256);
        }

        return bytes;
    }

    private static List<string> EndsOf(string path)
    {
        if (!IndicatorStore.TryOpen(path, CandleWorld.Simulated, out var store, out var refusal)) return [Refused(refusal)];
        using (store)
        {
            if (!store!.TryReadVersions(10, out _, out refusal)) Refused(refusal);
            if (!store.TryReadSnapshots(out var heads, out refusal)) return [Refused(refusal)];
            var ends = heads.Select(head => EndOf(store, head)).ToList();
            if (!store.TryKeep(IndicatorStoreFixture.Snapshot(4), out refusal)) Refused(refusal);
            return ends;
        }
    }

    private static string EndOf(IndicatorStore store, SnapshotHead head)
    {
        if (!store.TryReadSnapshot(head.Id, out var read, out var refusal)) return Refused(refusal);
        if (!read!.IsWhole) return "seen";
        var kept = Enumerable.Range(1, 3).Select(place => IndicatorStoreFixture.Snapshot(place)).ToList();
        Assert.Contains(kept, one => one.MarketTime == read.MarketTime && one.Bytes.Span.SequenceEqual(read.Bytes.Span));
        return "whole";
    }

    private static string Refused(string refusal)
    {
        Assert.EndsWith(".", refusal, StringComparison.Ordinal);
        return "refused";
    }

    private static string RefusalOf(string path, CandleWorld world = CandleWorld.Simulated)
    {
        Assert.False(IndicatorStore.TryOpen(path, world, out var store, out var refusal, busyMilliseconds: 0));
        Assert.Null(store);
        return refusal;
    }
}
