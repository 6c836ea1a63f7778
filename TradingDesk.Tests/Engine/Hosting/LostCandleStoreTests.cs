using Microsoft.Extensions.Logging.Abstractions;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.Settings;
using TradingDesk.Engine.Hosting.Warmth;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Indicators;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Hosting;

/// <summary>A desk whose candle store is gone while its snapshots are there.</summary>
public sealed class LostCandleStoreTests
{
    [Fact]
    public void Snapshots_of_candles_that_are_gone_are_not_restored_onto_those_that_come_after()
    {
        using var folder = new TempFolder();
        var sources = new SettingSources { Arguments = ["--TRADINGDESK_DATA", folder.Path] };
        Assert.True(DeskSettings.TryRead(sources, out var settings, out _));
        var plan = TestPlans.File(TradingCalendar.AlwaysOpen, 1, 60) with { Indicators = "SMA:1" };
        Keep(settings!.IndicatorFile);

        Assert.Contains("is ahead of the stored candles", StartOn(null), StringComparison.Ordinal);
        var next = StartOn(TestPlans.Open.PlusSeconds(600));

        Assert.Equal("Started from stored candles alone: there is no snapshot yet.", next);

        string StartOn(Instant? storedThrough)
        {
            using var kept = KeptIndicators.Open(settings!, plan, TimeProvider.System, NullLogger.Instance);
            kept.ReadStates(storedThrough, areCandlesNew: false);
            return kept.States.Sentence;
        }
    }

    private static void Keep(string path)
    {
        Assert.True(IndicatorStore.TryOpen(path, CandleWorld.Simulated, out var store, out var refusal), refusal);
        using var open = store!;
        var copy = new StateCopy();
        copy.Begin(TestPlans.Open, afterFact: 5, indicatorVersion: 1, [Timeframe.Minute], places: 1, words: 2);
        copy.Add(0, "SMA:1", TestPlans.Open, 2).Fill(7);
        var bytes = SnapshotCodec.Write(copy, TestPlans.Instruments(1));
        Assert.True(open.TryKeep(new StoredSnapshot(SnapshotCodec.Format, TestPlans.Open, TestPlans.Open, 1, bytes), out refusal), refusal);
    }
}
