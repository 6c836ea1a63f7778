using TradingDesk.Engine.Hosting.Warmth;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Indicators;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Hosting;

/// <summary>Snapshots go on by the market's clock after its close, when no candle closes any more.</summary>
public sealed class QuietMarketStartTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly IndicatorStore _store;

    public QuietMarketStartTests()
    {
        Assert.True(IndicatorStore.TryOpen(_folder.File("indicators.db"), CandleWorld.Simulated, out var store, out var refusal), refusal);
        _store = store!;
    }

    [Fact]
    public void A_snapshot_of_hours_after_the_close_knows_no_more_than_the_candles_of_the_session()
    {
        Keep(TestPlans.Close.PlusSeconds(3 * 3_600), Timeframe.Minute, TestPlans.Close);

        var states = StartStates.Read(_store, storedThrough: TestPlans.Close);

        Assert.False(states.IsTrouble);
        Assert.StartsWith("Restored from the snapshot of 5 Jan 2026 18:30:00", states.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60, 300, 240, true)]
    [InlineData(60, 300, 241, false)]
    [InlineData(5, 300, 295, true)]
    [InlineData(5, 300, 297, false)]
    [InlineData(900, 900, 12, false)]
    public void What_has_seen_a_candle_of_which_nothing_is_stored_is_ahead(int timeframe, int nextStart, int stored, bool isAhead)
    {
        Keep(TestPlans.Open.PlusSeconds(900), new Timeframe(timeframe), TestPlans.Open.PlusSeconds(nextStart));

        var states = StartStates.Read(_store, TestPlans.Open.PlusSeconds(stored));

        Assert.Equal(isAhead, states.Sentence.Contains("is ahead of the stored candles", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    private void Keep(Instant marketTime, Timeframe timeframe, Instant nextStart)
    {
        var copy = new StateCopy();
        copy.Begin(marketTime, afterFact: 5, indicatorVersion: 1, [timeframe], places: 1, words: 2);
        copy.Add(0, "SMA:1", nextStart, 2).Fill(7);
        var kept = new StoredSnapshot(SnapshotCodec.Format, marketTime, marketTime, 1, SnapshotCodec.Write(copy, TestPlans.Instruments(1)));
        Assert.True(_store.TryKeep(kept, out var refusal), refusal);
    }
}
