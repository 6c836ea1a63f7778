using SQLitePCL;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Tests.Engine.Storage.Faults;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Processes;

/// <summary>A whole desk on a store that fails under it: it runs on, says so, and its next start makes the series whole.</summary>
[Collection(ProcessCollection.Name), Trait("Speed", "Slow")]
public sealed class RefilledStoreTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(raw.SQLITE_FULL, "the disk is full")]
    [InlineData(raw.SQLITE_IOERR_WRITE, "the disk reports an error")]
    public async Task Candles_of_a_broken_disk_come_from_the_tape_after_the_desk_ended_with_them(int code, string reason)
    {
        using var folder = new TempFolder();
        var left = new StoppedDesk(folder.Path);
        using var disk = new FaultyDisk(Path.GetDirectoryName(left.CandleFile)!);
        using (var desk = await HostedDesk.StartAsync(folder))
        {
            await desk.MarketMovesAsync(3);
            disk.Answer = (call, path) =>
                call == DiskCall.Write && path.StartsWith(left.CandleFile, StringComparison.Ordinal) ? code : 0;
            await Patience.UntilAsync(() => desk.View.Current.Health.CandleStore.Health == PartHealth.Struggling, _patience, "it was told");
            await desk.MarketMovesAsync(5);
            Assert.Contains(reason, desk.View.Current.Health.CandleStore.Sentence, StringComparison.Ordinal);
            await desk.StopAsync();
        }

        disk.Answer = (_, _) => 0;
        var (told, _) = left.ReadLastRun();
        Assert.NotEmpty(left.Missing(told));
        Assert.NotNull(IncompleteNote.Read(left.CandleFile));

        using (var desk = await HostedDesk.StartAsync(folder))
        {
            Assert.Contains("candles were refilled from the tape as revision", desk.View.Current.Health.CandleStore.Sentence,
                StringComparison.Ordinal);
            await desk.StopAsync();
        }

        Assert.Empty(left.Missing(told));
        Assert.Null(IncompleteNote.Read(left.CandleFile));
    }

    [Fact]
    public async Task A_store_that_is_removed_under_the_desk_is_whole_again_after_its_next_start()
    {
        using var folder = new TempFolder();
        var left = new StoppedDesk(folder.Path);
        using (var desk = await HostedDesk.StartAsync(folder))
        {
            await desk.MarketMovesAsync(3);
            foreach (var file in Directory.GetFiles(Path.GetDirectoryName(left.CandleFile)!, "candles.db*")) File.Delete(file);
            await Patience.UntilAsync(() => desk.View.Current.Health.CandleStore.Health == PartHealth.Struggling, _patience, "it was told");
            await desk.MarketMovesAsync(3);
            await desk.StopAsync();
        }

        var (told, _) = left.ReadLastRun();
        using (var desk = await HostedDesk.StartAsync(folder)) await desk.StopAsync();

        Assert.Empty(left.Missing(told));
        Assert.True(left.Minutes(Segment.Nse, 2_885, 0).Count > 1_440, "The market's past is not whole.");
    }
}
