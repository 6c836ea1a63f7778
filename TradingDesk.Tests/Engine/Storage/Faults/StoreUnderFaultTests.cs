using SQLitePCL;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Tests.Engine.Storage.Sqlite;

namespace TradingDesk.Tests.Engine.Storage.Faults;

/// <summary>Faults of the real SQLite on real files: candles wait, the state names the fault, and all is written when it ends.</summary>
public sealed class StoreUnderFaultTests
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
    public void A_disk_that_fails_makes_candles_wait_and_gets_all_of_them_afterwards(DiskCall broken, int code, string reason)
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

    private static void Add(CandleWriter writer, int from, int count)
    {
        for (var i = from; i < from + count; i++) writer.Add(Segment.Nse, 1, StoreFixture.Candle(Start + i));
    }
}
