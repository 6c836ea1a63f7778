using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Tests.Engine.Storage.Sqlite;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Storage.Faults;

/// <summary>Files of a store that are damaged or exchanged under its writer.</summary>
public sealed class ReplacedStoreTests
{
    private const long Day = 86_400;

    [Theory]
    [InlineData(0, 100, "its file is not a SQLite database")]
    [InlineData(4_096, 8_192, "its file is damaged")]
    public void A_damaged_file_is_told_and_written_to_when_it_was_put_right(int from, int bytes, string reason)
    {
        using var fixture = new StoreFixture();
        using var writer = new CandleWriter(fixture.Store, Day);
        Flush(writer, 0, 2_000, 0);
        using (var link = fixture.Store.OpenWriter()) link.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        var whole = File.ReadAllBytes(fixture.Path);
        var damaged = whole.ToArray();
        damaged.AsSpan(from, bytes).Fill(0xA5);
        File.WriteAllBytes(fixture.Path, damaged);

        // What the connection holds in memory may still be written into the log; a new one reads the file.
        Add(writer, 2_000, 100);
        using var second = new CandleWriter(fixture.Store, Day);
        Add(second, 3_000, 100);
        var refused = second.TryFlush(0);
        var told = second.State;
        File.WriteAllBytes(fixture.Path, whole);
        var written = second.TryFlush(10_000);

        Assert.Equal((false, true), (refused, written));
        Assert.Equal($"The candle store cannot write: {reason}; 100 candles wait.", told.Sentence);
        Assert.Equal((PartHealth.Well, 2_100L), (second.State.Health, fixture.Rows));
    }

    [Fact]
    public void A_file_exchanged_by_a_rename_is_noticed_before_the_next_write()
    {
        using var fixture = new StoreFixture();
        using var folder = new TempFolder();
        using var writer = new CandleWriter(fixture.Store, Day);
        Flush(writer, 0, 100, 0);
        Assert.True(CandleStore.TryOpen(folder.File("other.db"), CandleWorld.Simulated, out _, out var refusal), refusal);

        File.Move(folder.File("other.db"), fixture.Path, overwrite: true);
        Flush(writer, 100, 100, 1_000);

        Assert.Equal(100, fixture.Rows);
        Assert.Equal(PartHealth.Struggling, writer.State.Health);
        Assert.Contains("was removed or replaced while the desk ran", writer.State.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_the_other_world_is_left_as_it_is_and_the_candles_wait_for_their_own()
    {
        using var fixture = new StoreFixture();
        using var folder = new TempFolder();
        using var writer = new CandleWriter(fixture.Store, Day);
        Flush(writer, 0, 100, 0);
        Assert.True(CandleStore.TryOpen(folder.File("market.db"), CandleWorld.Market, out _, out var refusal), refusal);
        File.Move(fixture.Path, folder.File("own.db"));
        File.Move(folder.File("market.db"), fixture.Path);
        var before = File.ReadAllBytes(fixture.Path);

        Add(writer, 100, 100);
        var refused = writer.TryFlush(1_000);
        var told = writer.State;
        var after = File.ReadAllBytes(fixture.Path);
        File.Move(folder.File("own.db"), fixture.Path, overwrite: true);
        var written = writer.TryFlush(10_000);

        Assert.Equal((false, true), (refused, written));
        Assert.StartsWith($"The file {fixture.Path} holds market candles, and this desk writes simulated candles: "
            + "simulated and real never mix. 100 candles wait.", told.Sentence, StringComparison.Ordinal);
        Assert.Equal(before, after);
        Assert.Equal(200, fixture.Rows);
    }

    [Fact]
    public void A_folder_in_the_files_place_is_told_and_the_candles_wait()
    {
        using var fixture = new StoreFixture();
        using var folder = new TempFolder();
        using var writer = new CandleWriter(fixture.Store, Day);
        Flush(writer, 0, 100, 0);
        File.Move(fixture.Path, folder.File("own.db"));
        Directory.CreateDirectory(fixture.Path);

        Add(writer, 100, 100);
        var refused = writer.TryFlush(1_000);
        var told = writer.State;
        Directory.Delete(fixture.Path);
        File.Move(folder.File("own.db"), fixture.Path);
        var written = writer.TryFlush(10_000);

        Assert.Equal((false, true), (refused, written));
        Assert.StartsWith("The candle store cannot write: its file cannot be opened; 100 candles wait.", told.Sentence,
            StringComparison.Ordinal);
        Assert.Equal(200, fixture.Rows);
    }

    private static void Flush(CandleWriter writer, int from, int count, long now)
    {
        Add(writer, from, count);
        Assert.True(writer.TryFlush(now), writer.State.Sentence);
    }

    private static void Add(CandleWriter writer, int from, int count)
    {
        for (var i = from; i < from + count; i++) writer.Add(Segment.Nse, 1, StoreFixture.Candle(StoreFixture.Start + i));
    }
}
