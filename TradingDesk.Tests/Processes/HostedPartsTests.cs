using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.Settings;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Granted;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Processes;

/// <summary>The desk's parts as services of a host in this process.</summary>
[Collection(ProcessCollection.Name), Trait("Speed", "Slow")]
public sealed class HostedPartsTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void The_host_starts_the_adapters_first_then_the_feed_and_the_operators_door()
    {
        using var folder = new TempFolder();
        using var host = Compose(folder);

        var parts = host.Services.GetServices<IHostedService>().OfType<HostedPart>().Select(part => part.Name);

        string[] expected =
        [
            "snapshot-writer", "tape-writer", "candle-writer", "journal-writer", "projector", "engine", "warmer", "feed", "socket",
        ];
        Assert.Equal(expected, parts);
    }

    [Fact]
    public async Task Stopping_the_host_drains_every_part()
    {
        using var folder = new TempFolder();
        using (var host = Compose(folder))
        {
            await host.StartAsync();
            await MarketMovesAsync(host, seconds: 90);
            await host.StopAsync();
        }

        AssertNothingLost(new StoppedDesk(folder.Path));
    }

    [Fact]
    public async Task A_locked_candle_store_is_told_and_nothing_is_lost_by_it()
    {
        using var folder = new TempFolder();
        using (var host = Compose(folder))
        {
            await host.StartAsync();
            await MarketMovesAsync(host, seconds: 30);
            var view = host.Services.GetRequiredService<DeskWindow>().Whole;

            using (Lock(new StoppedDesk(folder.Path).CandleFile))
            {
                await Patience.UntilAsync(() => Store(view).Health == PartHealth.Struggling, _patience, "health told of the lock");
                await MarketMovesAsync(host, seconds: 60);
                Assert.Contains("cannot write", Store(view).Sentence, StringComparison.Ordinal);
                Assert.True(Store(view).Waiting > 0, "No candle waits for the locked store.");
            }

            await Patience.UntilAsync(() => Store(view) is { Health: PartHealth.Well, Lost: 0 }, _patience, "the store was well again");
            await host.StopAsync();
        }

        AssertNothingLost(new StoppedDesk(folder.Path));
    }

    private static PartState Store(IDeskView view) => view.Current.Health.CandleStore;

    private static IHost Compose(TempFolder folder)
    {
        var sources = new SettingSources { Arguments = ["--TRADINGDESK_DATA", folder.Path, "--MARKET_SPEED", "20"] };
        Assert.True(DeskSettings.TryRead(sources, out var settings, out var errors), string.Join('\n', errors));
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddTradingDesk(settings!);
        return builder.Build();
    }

    /// <summary>Until the engine's clock has moved by that many seconds of the market.</summary>
    private static async Task MarketMovesAsync(IHost host, int seconds)
    {
        var view = host.Services.GetRequiredService<DeskWindow>().Whole;
        await Patience.UntilAsync(() => view.Current.Health.EngineTime != default, _patience, "the engine's clock was set");
        var until = view.Current.Health.EngineTime.PlusSeconds(seconds);
        await Patience.UntilAsync(() => view.Current.Health.EngineTime >= until, _patience, $"the engine's clock moved by {seconds} s");
    }

    private static SqliteConnection Lock(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN EXCLUSIVE";
        command.ExecuteNonQuery();
        return connection;
    }

    private static void AssertNothingLost(StoppedDesk left)
    {
        Assert.False(File.Exists(left.CandleFile + "-wal"), "The write-ahead log was not folded into the candle file.");
        var check = left.Rerun();
        var (closed, _) = left.ReadLastRun();

        Assert.True(check.Identical, check.Difference);
        Assert.Empty(check.Remarks);
        Assert.Contains(closed, candle => candle.Candle.Seconds == 60);
        Assert.Empty(left.Missing(closed));
    }
}
