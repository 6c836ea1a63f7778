using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Processes;

/// <summary>Indicator lists changed on a whole running desk, and what it has of them after it was stopped and started.</summary>
[Collection(ProcessCollection.Name), Trait("Speed", "Slow")]
public sealed class ReloadTests
{
    private const string Lists = "EMA:5,BBANDS:20:2; 5m=RSI:7; NSE:NIFTY=SUPERTREND:7:2";

    [Fact]
    public async Task A_changed_list_is_in_force_warm_and_no_candle_is_lost_by_it_on_a_hurried_market()
    {
        using var folder = new TempFolder();
        using (var desk = await HostedDesk.StartAsync(folder, "--MARKET_SPEED", "1000"))
        {
            await desk.MarketMovesAsync(600);
            for (var version = 1; version <= 5; version++)
            {
                var lists = version % 2 == 1 ? Lists : "SMA:9,RSI:14";
                var outcome = await desk.AskAsync(new ChangeIndicators(version, lists, "try"));
                Assert.True(outcome.Obeyed, outcome.Sentence);
            }

            await Patience.UntilAsync(() => desk.View.Current.Indicators.Version == 6, TimeSpan.FromSeconds(5), "the version was shown");
            var rung = desk.View.ReadRung(new InstrumentId(0), Timeframe.Minute)!;
            Assert.Equal(["SUPERTREND:7:2.value", "SUPERTREND:7:2.direction"], rung.Columns.Select(column => column.Name));
            Assert.All(rung.Confirmed, value => Assert.NotNull(value));
            await desk.MarketMovesAsync(600);
            await desk.StopAsync();
        }

        var left = new StoppedDesk(folder.Path);
        var (closed, _) = left.ReadLastRun();
        Assert.Empty(left.Missing(closed));
        Assert.Empty(Holes(closed));
        var check = left.Rerun();
        Assert.True(check.Identical, check.Difference);
    }

    /// <summary>Minutes that are missing between two of an instrument: the simulated market trades in every one.</summary>
    private static IEnumerable<string> Holes(IReadOnlyList<ClosedOnTape> closed) => closed
        .Where(told => told.Candle.Seconds == Timeframe.Minute.Seconds)
        .GroupBy(told => told.Instrument.FullName)
        .SelectMany(series => series.Zip(series.Skip(1), (one, next) => (series.Key, one.Candle.End, next.Candle.Start)))
        .Where(pair => pair.End != pair.Start)
        .Select(pair => $"{pair.Key}: nothing from {pair.End} to {pair.Start}");

    [Fact]
    public async Task A_kept_list_wins_over_the_variable_and_is_restored_from_the_snapshot()
    {
        using var folder = new TempFolder();
        using (var desk = await HostedDesk.StartAsync(folder))
        {
            await desk.MarketMovesAsync(2);
            Assert.True((await desk.AskAsync(new ChangeIndicators(1, Lists, "mine"))).Obeyed);
            await desk.StopAsync();
        }

        using var again = await HostedDesk.StartAsync(folder, "--INDICATOR_CONFIGS", "SMA:3");

        var inForce = again.View.Current.Indicators;
        Assert.Equal((2, Lists), (inForce.Version, inForce.Text));
        Assert.StartsWith("Restored from the snapshot of ", inForce.Start, StringComparison.Ordinal);
        var versions = await again.View.ReadIndicatorVersionsAsync(default);
        Assert.Equal([(2, "console", "mine"), (1, "desk", "from INDICATOR_CONFIGS")],
            versions.Select(version => (version.Version, version.Principal, version.Note)));
        await again.StopAsync();
    }

    [Fact]
    public async Task A_timeframe_added_to_the_running_desk_is_warm_in_a_moment_and_its_first_candle_is_whole()
    {
        using var folder = new TempFolder();
        using var desk = await HostedDesk.StartAsync(folder, "--MARKET_SPEED", "20");
        await desk.MarketMovesAsync(5);

        var built = desk.View.Current.Layout.Timeframes;
        Assert.True((await desk.AskAsync(new ChangeTimeframes([.. built, new Timeframe(600)]))).Obeyed);

        RungReading Rung() => desk.View.ReadRung(new InstrumentId(0), new Timeframe(600))!;
        await Patience.UntilAsync(
            () => Rung().Confirmed.All(value => value is not null), TimeSpan.FromSeconds(30), "the ten minutes were warm");
        Assert.DoesNotContain("partial", Rung().Forming?.Quality ?? "", StringComparison.Ordinal);
        await desk.StopAsync();
    }
}
