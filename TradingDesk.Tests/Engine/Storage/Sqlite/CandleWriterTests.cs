using Microsoft.Data.Sqlite;
using SQLitePCL;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using Xunit;

namespace TradingDesk.Tests.Engine.Storage.Sqlite;

/// <summary>Candles are written soon, wait while the store cannot, and are lost only with a count and a moment.</summary>
public sealed class CandleWriterTests
{
    private const long Start = StoreFixture.Start;
    private const long Day = 86_400;

    [Fact]
    public void A_hundred_candles_are_written_at_once()
    {
        using var fixture = new StoreFixture();
        using var writer = new CandleWriter(fixture.Store, Day);

        Add(writer, 99);
        var early = writer.TryFlush(0);
        Add(writer, 1, Start + 99);
        var full = writer.TryFlush(0);

        Assert.False(early);
        Assert.True(full);
        Assert.Equal(100, fixture.Rows);
        Assert.Equal(new PartState(PartHealth.Well, "Candles are written as they close.", 100, 0, 0), writer.State);
    }

    [Fact]
    public void One_candle_is_written_200_milliseconds_after_it_was_seen()
    {
        using var fixture = new StoreFixture();
        using var writer = new CandleWriter(fixture.Store, Day);

        Add(writer, 1);
        var first = writer.TryFlush(1_000);
        var early = writer.TryFlush(1_199);
        var due = writer.TryFlush(1_200);

        Assert.Equal((false, false, true), (first, early, due));
        Assert.Equal(1, fixture.Rows);
    }

    [Fact]
    public void The_200_milliseconds_begin_anew_after_a_flush()
    {
        using var fixture = new StoreFixture();
        using var writer = new CandleWriter(fixture.Store, Day);
        Add(writer, 100);
        writer.TryFlush(1_000);

        Add(writer, 1, Start + 500);
        var first = writer.TryFlush(5_000);
        var early = writer.TryFlush(5_199);
        var due = writer.TryFlush(5_200);

        Assert.Equal((false, false, true), (first, early, due));
    }

    [Fact]
    public void A_locked_store_makes_candles_wait_and_gets_them_after_the_lock()
    {
        using var fixture = new StoreFixture();
        using var writer = new CandleWriter(fixture.Store, Day);
        Add(writer, 1_204);
        using (var other = fixture.Store.OpenWriter())
        {
            other.Execute("BEGIN IMMEDIATE");
            Assert.False(writer.TryFlush(0));
        }

        var locked = writer.State;
        var early = writer.TryFlush(99);
        var retried = writer.TryFlush(100);

        Assert.Equal(PartHealth.Struggling, locked.Health);
        Assert.Equal("The candle store cannot write: it is locked by another program; 1,204 candles wait.", locked.Sentence);
        Assert.Equal((false, true), (early, retried));
        Assert.Equal(PartHealth.Well, writer.State.Health);
        Assert.Equal(1_204, fixture.Rows);
    }

    [Fact]
    public void Retries_back_off_to_five_seconds()
    {
        var opened = 0;
        using var writer = new CandleWriter(() => { opened++; throw new IOException("Gone."); }, Day);
        Add(writer, 100);
        var attempts = new List<long>();

        for (long now = 0; now <= 20_000; now += 100)
        {
            var before = opened;
            writer.TryFlush(now);
            if (opened > before) attempts.Add(now);
        }

        Assert.Equal([0, 100, 300, 700, 1_500, 3_100, 6_300, 11_300, 16_300], attempts);
    }

    [Fact]
    public void A_full_disk_loses_nothing_and_is_told()
    {
        using var fixture = new StoreFixture();
        var link = fixture.Store.OpenWriter();
        link.Execute("PRAGMA max_page_count = 1");
        using var writer = new CandleWriter(() => link, Day);
        Add(writer, 1_000);

        var full = writer.TryFlush(0);
        var state = writer.State;
        link.Execute("PRAGMA max_page_count = 100000");
        var freed = writer.TryFlush(100);

        Assert.False(full);
        Assert.Equal("The candle store cannot write: the disk is full; 1,000 candles wait.", state.Sentence);
        Assert.True(freed);
        Assert.Equal(1_000, fixture.Rows);
    }

    [Fact]
    public void A_read_only_store_is_told_and_written_after_it_is_writable_again()
    {
        using var fixture = new StoreFixture();
        var readOnly = true;
        using var writer = new CandleWriter(Open, Day);
        Add(writer, 100);

        var refused = writer.TryFlush(0);
        var state = writer.State;
        readOnly = false;
        var written = writer.TryFlush(100);

        Assert.False(refused);
        Assert.Equal("The candle store cannot write: it is read-only; 100 candles wait.", state.Sentence);
        Assert.True(written);
        Assert.Equal(100, fixture.Rows);

        SqliteLink Open()
        {
            var link = fixture.Store.OpenWriter();
            if (readOnly) link.Execute("PRAGMA query_only = 1");
            return link;
        }
    }

    [Theory]
    [InlineData(raw.SQLITE_IOERR, "the disk reports an error")]
    [InlineData(raw.SQLITE_CORRUPT, "its file is damaged")]
    [InlineData(raw.SQLITE_CANTOPEN, "its file cannot be opened")]
    public void A_broken_store_is_opened_anew_until_it_works(int code, string reason)
    {
        using var fixture = new StoreFixture();
        var broken = true;
        using var writer = new CandleWriter(
            () => broken ? throw new SqliteException("broken", code) : fixture.Store.OpenWriter(), Day);
        Add(writer, 100);

        var refused = writer.TryFlush(0);
        var state = writer.State;
        broken = false;
        var written = writer.TryFlush(100);

        Assert.False(refused);
        Assert.Contains(reason, state.Sentence, StringComparison.Ordinal);
        Assert.True(written);
        Assert.Equal(100, fixture.Rows);
    }

    [Fact]
    public void A_damaged_file_never_throws_out_of_the_writer()
    {
        using var fixture = new StoreFixture();
        using var writer = new CandleWriter(fixture.Store, Day);
        Add(writer, 5_000);
        writer.TryFlush(0);
        using (var link = fixture.Store.OpenWriter()) link.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        var bytes = File.ReadAllBytes(fixture.Path);
        bytes.AsSpan(4_096).Fill(0xA5);
        File.WriteAllBytes(fixture.Path, bytes);

        Add(writer, 100, Start + 50_000);
        var written = writer.TryFlush(1_000);

        Assert.False(written);
        Assert.Equal("The candle store cannot write: its file is damaged; 100 candles wait.", writer.State.Sentence);
    }

    [Fact]
    public void A_full_backlog_gives_up_the_oldest_and_says_since_when_the_series_is_incomplete()
    {
        using var fixture = new StoreFixture();
        var broken = true;
        using var writer = new CandleWriter(
            () => broken ? throw new IOException("The cable is out.") : fixture.Store.OpenWriter(), Day, capacity: 150);
        Add(writer, 1, Start + 30, seconds: 60);
        Add(writer, 160);

        writer.TryFlush(0);
        var failed = writer.State;
        broken = false;
        writer.TryFlush(100);

        Assert.Equal(PartHealth.Failed, failed.Health);
        Assert.Equal((150, 11), (failed.Waiting, failed.Lost));
        Assert.Equal(new PartState(PartHealth.Struggling, "Candles are written as they close. 11 candles were lost; " +
            $"the stored series is incomplete since {Instant.FromUnixSeconds(Start)}.", 150, 0, 11), writer.State);
        Assert.Equal(Start + 10, fixture.Ask("SELECT MIN(ts) FROM candles_hot"));
    }

    [Fact]
    public void Draining_writes_everything_whatever_the_time()
    {
        using var fixture = new StoreFixture();
        using var writer = new CandleWriter(fixture.Store, Day);
        Add(writer, 12_345);

        var left = writer.Drain(0);

        Assert.Equal(0, left);
        Assert.Equal(12_345, fixture.Rows);
    }

    [Fact]
    public void A_removed_file_is_begun_anew_and_told()
    {
        using var fixture = new StoreFixture();
        using var writer = new CandleWriter(fixture.Store, Day);
        Add(writer, 100);
        writer.TryFlush(0);
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(fixture.Path)!)) File.Delete(file);

        Add(writer, 100, Start + 100);
        var written = writer.TryFlush(1_000);

        Assert.True(written);
        Assert.Equal(100, fixture.Rows);
        Assert.Equal(PartHealth.Struggling, writer.State.Health);
        Assert.Contains("The store's file was removed or replaced while the desk ran", writer.State.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Draining_a_store_that_cannot_write_answers_what_is_left()
    {
        using var writer = new CandleWriter(() => throw new IOException("Gone."), Day);
        Add(writer, 7);

        Assert.Equal(7, writer.Drain(0));
    }

    [Fact]
    public void Seconds_older_than_their_keep_are_deleted_in_slices_and_other_candles_stay()
    {
        using var fixture = new StoreFixture();
        using var writer = new CandleWriter(fixture.Store, keepSeconds: 1_000);
        foreach (var token in (int[])[1, 2])
            Add(writer, 5_000, Start, token: token);
        Add(writer, 1, Start, seconds: 60);
        writer.Drain(0);

        writer.TryFlush(1_000);
        var afterOne = fixture.Ask("SELECT COUNT(*) FROM candles_1s");
        for (long now = 1_050; now < 2_000; now += 50) writer.TryFlush(now);

        Assert.Equal(9_000, afterOne);
        Assert.Equal(2 * 1_001, fixture.Ask("SELECT COUNT(*) FROM candles_1s"));
        Assert.Equal(Start + 3_999 - 1_000 + 1_000, fixture.Ask("SELECT MIN(ts) FROM candles_1s"));
        Assert.Equal(1, fixture.Ask("SELECT COUNT(*) FROM candles_tf"));
    }

    [Fact]
    public void A_desk_that_is_never_idle_still_keeps_about_the_seconds_it_should()
    {
        const int Keep = 5_000;
        const int Instruments = 4;
        using var fixture = new StoreFixture();
        using var writer = new CandleWriter(fixture.Store, Keep);

        for (var second = 0; second < 4 * Keep; second++)
        {
            for (var token = 1; token <= Instruments; token++) Add(writer, 1, Start + second, token: token);
            if (writer.State.Waiting >= 4_000) Assert.True(writer.TryFlush(second));
        }

        var kept = fixture.Ask("SELECT COUNT(*) FROM candles_1s");
        Assert.InRange(kept, Instruments * (Keep - 1_000), Instruments * (Keep + 2_000));
    }

    [Fact]
    public void A_log_that_a_long_reader_made_large_is_folded_after_it()
    {
        using var fixture = new StoreFixture();
        using var writer = new CandleWriter(fixture.Store.OpenWriter, Day, logBytesMost: 1_000_000);
        var log = new FileInfo(fixture.Path + "-wal");
        using (var other = fixture.Store.OpenReader())
        {
            other.Execute("BEGIN; SELECT COUNT(*) FROM candles_1s;");
            for (var i = 0; i < 10; i++) Flush(i);
            log.Refresh();
            Assert.True(log.Length > 1_000_000);
        }

        Flush(10);

        log.Refresh();
        Assert.Equal(0, log.Length);

        void Flush(int number)
        {
            Add(writer, 5_000, Start + (number * 5_000));
            Assert.True(writer.TryFlush(number * 1_000));
        }
    }

    [Fact]
    public void A_flush_of_a_warm_writer_allocates_little_for_each_candle()
    {
        using var fixture = new StoreFixture();
        using var writer = new CandleWriter(fixture.Store, Day);
        Add(writer, 5_000);
        writer.Drain(0);
        Add(writer, 5_000, Start + 5_000);

        var before = GC.GetAllocatedBytesForCurrentThread();
        writer.Drain(0);
        var perCandle = (GC.GetAllocatedBytesForCurrentThread() - before) / 5_000.0;

        Assert.True(perCandle < 3, $"{perCandle:0.00} bytes for each candle.");
    }

    private static void Add(CandleWriter writer, int count, long second = Start, int seconds = 1, int token = 2_885)
    {
        for (var i = 0; i < count; i++) writer.Add(Segment.Nse, token, StoreFixture.Candle(second + i, seconds));
    }
}
