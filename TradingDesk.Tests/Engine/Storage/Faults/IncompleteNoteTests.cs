using SQLitePCL;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Tests.Engine.Storage.Sqlite;

namespace TradingDesk.Tests.Engine.Storage.Faults;

/// <summary>The note beside a store is there exactly while the store lacks candles.</summary>
public sealed class IncompleteNoteTests
{
    private static readonly Instant _run = Instant.FromUnixSeconds(StoreFixture.Start - 60);

    [Fact]
    public void A_fault_that_passes_leaves_no_note()
    {
        using var fixture = new StoreFixture();
        using var disk = new FaultyDisk(Path.GetDirectoryName(fixture.Path)!);
        using var writer = Writer(fixture);
        disk.Answer = (call, _) => call == DiskCall.Write ? raw.SQLITE_FULL : 0;
        Add(writer, 0, 100);

        writer.TryFlush(0);
        var during = IncompleteNote.Read(fixture.Path);
        disk.Answer = (_, _) => 0;
        writer.TryFlush(1_000);

        Assert.Equal(new CandleGap(Instant.FromUnixSeconds(StoreFixture.Start + 1), _run, "seed 1; or two"), during);
        Assert.Null(IncompleteNote.Read(fixture.Path));
    }

    [Fact]
    public void Candles_that_wait_when_the_desk_ends_are_noted()
    {
        using var fixture = new StoreFixture();
        using var disk = new FaultyDisk(Path.GetDirectoryName(fixture.Path)!);
        using (var writer = Writer(fixture))
        {
            Add(writer, 0, 500);
            writer.TryFlush(0);
            disk.Answer = (call, _) => call == DiskCall.Write ? raw.SQLITE_IOERR_WRITE : 0;
            Add(writer, 500, 100);
            Assert.Equal(100, writer.Drain(1_000));
        }

        Assert.Equal(Instant.FromUnixSeconds(StoreFixture.Start + 501), IncompleteNote.Read(fixture.Path)?.Since);
    }

    [Fact]
    public void Lost_candles_stay_noted_when_the_rest_is_written()
    {
        using var fixture = new StoreFixture();
        using var disk = new FaultyDisk(Path.GetDirectoryName(fixture.Path)!);
        using var writer = new CandleWriter(fixture.Store.OpenWriter, 86_400, capacity: 150) { Note = Note(fixture) };
        disk.Answer = (call, _) => call == DiskCall.Write ? raw.SQLITE_FULL : 0;
        Add(writer, 0, 120);
        writer.TryFlush(0);
        Add(writer, 120, 100);

        disk.Answer = (_, _) => 0;
        Assert.True(writer.TryFlush(1_000));

        Assert.Equal(70, writer.State.Lost);
        Assert.Equal(Instant.FromUnixSeconds(StoreFixture.Start), IncompleteNote.Read(fixture.Path)?.Since);
    }

    [Fact]
    public void Facts_that_passed_the_writer_by_are_noted_since_the_last_candle_it_took()
    {
        using var fixture = new StoreFixture();
        using var writer = Writer(fixture);
        Add(writer, 0, 10);

        writer.Miss(3, _run);
        writer.Drain(0);

        Assert.Equal(Instant.FromUnixSeconds(StoreFixture.Start + 10), IncompleteNote.Read(fixture.Path)?.Since);
    }

    [Fact]
    public void A_removed_store_lacks_everything()
    {
        using var fixture = new StoreFixture();
        using var writer = Writer(fixture);
        Add(writer, 0, 100);
        writer.TryFlush(0);
        File.Delete(fixture.Path);

        Add(writer, 100, 100);
        writer.TryFlush(1_000);

        Assert.Equal(new CandleGap(null, _run, "seed 1; or two"), IncompleteNote.Read(fixture.Path));
    }

    [Fact]
    public void The_note_of_an_earlier_run_stays_as_it_is()
    {
        using var fixture = new StoreFixture();
        File.WriteAllText(IncompleteNote.PathOf(fixture.Path), new CandleGap(_run, _run, "market").ToText());
        using var writer = Writer(fixture);
        Add(writer, 0, 100);

        writer.Miss(1, _run.PlusSeconds(500));
        writer.TryFlush(0);

        Assert.Equal(new CandleGap(_run, _run, "market"), IncompleteNote.Read(fixture.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("incomplete since 2026-01-05T09:15:00.000+05:30; run of 2026-01-05T09:1")]
    [InlineData("incomplete since yesterday; run of 2026-01-05T09:10:00.000+05:30; market seed 1\n")]
    [InlineData("a letter\n")]
    public void A_note_that_cannot_be_read_says_that_something_lacks_and_not_what(string text)
    {
        using var fixture = new StoreFixture();
        File.WriteAllText(IncompleteNote.PathOf(fixture.Path), text);

        Assert.Equal(CandleGap.Unknown, IncompleteNote.Read(fixture.Path));
    }

    private static IncompleteNote Note(StoreFixture fixture) => new(fixture.Path, _run, "seed 1; or two");

    private static CandleWriter Writer(StoreFixture fixture) => new(fixture.Store, 86_400) { Note = Note(fixture) };

    private static void Add(CandleWriter writer, int from, int count)
    {
        for (var i = from; i < from + count; i++) writer.Add(Segment.Nse, 1, StoreFixture.Candle(StoreFixture.Start + i));
    }
}
