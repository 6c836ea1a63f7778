using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Tests.Engine.Storage.Sqlite;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Storage.Faults;

/// <summary>Faults of the real SQLite on real files: candles wait, the state names the fault, and all is written when it ends.</summary>
public sealed partial class StoreUnderFaultTests
{
    private const long Start = StoreFixture.Start;
    private const long Day = 86_400;

    [Theory]
    [InlineData(DiskCall.Write, raw.SQLITE_IOERR_WRITE, "the disk reports an error")]
    [InlineData(DiskCall.Write, raw.SQLITE_FULL, "the disk is full")]
    [InlineData(DiskCall.MapMemory, raw.SQLITE_IOERR, "the disk reports an error")]
    [InlineData(DiskCall.Read, raw.SQLITE_IOERR_READ, "the disk reports an error")]
    [InlineData(DiskCall.Read, raw.SQLITE_CORRUPT, "its file is damaged")]
    [InlineData(DiskCall.Open, raw.SQLITE_CANTOPEN, "its file cannot be opened")]
    public void A_disk_that_fails_when_the_store_is_opened_loses_nothing(DiskCall broken, int code, string reason)
    {
        using var fixture = new StoreFixture();
        using var disk = new FaultyDisk(Path.GetDirectoryName(fixture.Path)!);
        using var writer = new CandleWriter(fixture.Store, Day);
        Add(writer, 0, 200);
        disk.Answer = (call, _) => call == broken ? code : 0;

        var refused = writer.TryFlush(0);
        var told = writer.State;
        disk.Answer = (_, _) => 0;
        var written = writer.TryFlush(10_000);

        Assert.True(disk.Faults > 0, "The disk was never asked.");
        Assert.Equal((false, true), (refused, written));
        Assert.Equal(new PartState(PartHealth.Struggling, $"The candle store cannot write: {reason}; 200 candles wait.", 0, 200, 0), told);
        Assert.Equal((PartHealth.Well, 200L), (writer.State.Health, fixture.Rows));
    }

    [Theory]
    [InlineData(raw.SQLITE_IOERR_WRITE, "the disk reports an error")]
    [InlineData(raw.SQLITE_FULL, "the disk is full")]
    public void A_disk_that_fails_in_the_middle_of_a_transaction_loses_nothing(int code, string reason)
    {
        using var fixture = new StoreFixture();
        using var disk = new FaultyDisk(Path.GetDirectoryName(fixture.Path)!);
        using var writer = new CandleWriter(fixture.Store, Day);
        Add(writer, 0, 200);
        Assert.True(writer.TryFlush(0));
        Add(writer, 200, 3_000);
        var writes = 0;
        disk.Answer = (call, _) => call == DiskCall.Write && ++writes > 7 ? code : 0;

        var refused = writer.TryFlush(1_000);
        var told = writer.State;
        var whileBroken = fixture.Rows;
        disk.Answer = (_, _) => 0;
        var written = writer.TryFlush(10_000);

        Assert.True(writes > 7, "The transaction was too short to break.");
        Assert.Equal((false, true), (refused, written));
        Assert.Equal($"The candle store cannot write: {reason}; 3,000 candles wait.", told.Sentence);
        Assert.Equal((200L, 3_200L), (whileBroken, fixture.Rows));
        Assert.Equal(PartHealth.Well, writer.State.Health);
    }

    [Fact]
    public void A_page_that_can_be_neither_read_nor_written_while_the_log_is_folded_costs_no_candle()
    {
        using var fixture = new StoreFixture();
        using var disk = new FaultyDisk(Path.GetDirectoryName(fixture.Path)!);
        using var writer = new CandleWriter(fixture.Store.OpenWriter, Day, logBytesMost: 0);
        Add(writer, 0, 1_000);
        disk.Answer = (call, path) => call == DiskCall.Write && path == fixture.Path ? raw.SQLITE_IOERR_WRITE : 0;

        var written = writer.TryFlush(0);
        var told = writer.State;
        disk.Answer = (_, _) => 0;
        Add(writer, 1_000, 100);
        writer.TryFlush(10_000);

        Assert.True(disk.Faults > 0, "The log was not folded.");
        Assert.True(written);
        Assert.Equal(new PartState(PartHealth.Struggling,
            "Candles are written as they close. The store cannot be kept in order: the disk reports an error.", 1_000, 0, 0), told);
        Assert.Equal((PartHealth.Well, 1_100L), (writer.State.Health, fixture.Rows));
    }

    [Fact]
    public void A_slice_that_cannot_be_deleted_is_not_told_as_candles_that_cannot_be_written()
    {
        using var fixture = new StoreFixture();
        using var disk = new FaultyDisk(Path.GetDirectoryName(fixture.Path)!);
        using var writer = new CandleWriter(fixture.Store, keepSeconds: 100);
        Add(writer, 0, 5_000);
        var writes = 0;
        Assert.Equal(0, writer.Drain(0));
        disk.Answer = (call, path) => call == DiskCall.Write && ++writes > 0 ? raw.SQLITE_FULL : 0;

        writer.TryFlush(1_000);
        var told = writer.State;
        disk.Answer = (_, _) => 0;
        for (var now = 6_000; now < 8_000; now += 50) writer.TryFlush(now);

        Assert.Equal("Candles are written as they close. The store cannot be kept in order: the disk is full.", told.Sentence);
        Assert.Equal((PartHealth.Well, 0L), (writer.State.Health, told.Waiting));
        Assert.InRange(fixture.Rows, 100, 1_100);
    }

    [Fact]
    public void A_store_that_may_only_be_read_is_told_and_written_when_it_may_be_written_again()
    {
        using var fixture = new StoreFixture();
        using var disk = new FaultyDisk(Path.GetDirectoryName(fixture.Path)!);
        using var writer = new CandleWriter(fixture.Store, Day);
        Add(writer, 0, 100);
        disk.IsReadOnly = true;

        var refused = writer.TryFlush(0);
        var told = writer.State;
        disk.IsReadOnly = false;
        var written = writer.TryFlush(10_000);

        Assert.Equal((false, true), (refused, written));
        Assert.Contains("read-only", told.Sentence, StringComparison.Ordinal);
        Assert.Equal((PartHealth.Well, 100L), (writer.State.Health, fixture.Rows));
    }

    [Fact]
    public void A_snapshot_that_another_writer_overtook_is_healed_by_a_new_connection()
    {
        using var fixture = new StoreFixture();
        var overtaken = true;
        using var writer = new CandleWriter(Open, Day);
        Add(writer, 0, 100);

        var refused = writer.TryFlush(0);
        var told = writer.State;
        overtaken = false;
        var written = writer.TryFlush(10_000);

        Assert.Equal((false, true), (refused, written));
        Assert.Equal("The candle store cannot write: another program wrote to it in between; 100 candles wait.", told.Sentence);
        Assert.Equal((PartHealth.Well, 100L), (writer.State.Health, fixture.Rows));

        SqliteLink Open()
        {
            if (overtaken) Overtake(fixture.Store);
            return fixture.Store.OpenWriter();
        }
    }

    /// <summary>In words: every transaction takes the writer's place at its beginning, but for those of read-only connections.</summary>
    [Fact]
    public void No_transaction_of_the_desk_can_be_overtaken()
    {
        var beginnings = Repository.Files("TradingDesk.Engine", ".cs")
            .Where(path => Path.GetFileName(path) != nameof(CandleQueries) + ".cs")
            .SelectMany(File.ReadLines)
            .SelectMany(line => Beginning().Matches(line).Select(match => match.Value))
            .ToList();

        Assert.NotEmpty(beginnings);
        Assert.All(beginnings, beginning => Assert.Equal("\"BEGIN IMMEDIATE", beginning));
    }

    private static void Overtake(CandleStore store)
    {
        using var late = store.OpenWriter();
        late.Execute("BEGIN; SELECT COUNT(*) FROM candles_1s;");
        using (var early = store.OpenWriter()) early.Execute("INSERT OR REPLACE INTO meta (key, value) VALUES ('by', 'another')");
        var overtaken = Assert.Throws<SqliteException>(() => late.Execute("DELETE FROM candles_1s"));
        Assert.Equal(raw.SQLITE_BUSY_SNAPSHOT, overtaken.SqliteExtendedErrorCode);
        throw overtaken;
    }

    private static void Add(CandleWriter writer, int from, int count)
    {
        for (var i = from; i < from + count; i++) writer.Add(Segment.Nse, 1, StoreFixture.Candle(Start + i));
    }

    [GeneratedRegex("\"BEGIN( [A-Z]+)?")]
    private static partial Regex Beginning();
}
