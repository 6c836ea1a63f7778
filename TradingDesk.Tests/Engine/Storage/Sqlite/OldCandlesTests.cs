using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Engine.Storage.Sqlite.Revisions;
using Xunit;

namespace TradingDesk.Tests.Engine.Storage.Sqlite;

/// <summary>Candles of a minute and longer go by their age, for every instrument and timeframe.</summary>
public sealed class OldCandlesTests
{
    private const long Start = StoreFixture.Start;

    [Fact]
    public void What_starts_before_the_cutoff_goes_and_all_else_stays()
    {
        using var fixture = new StoreFixture();
        fixture.Enter([Candle(1, 60, 0), Candle(1, 60, 60), Candle(1, 300, 0), Candle(7, 60, 60), Candle(1, 1, 0)]);
        fixture.Enter([Candle(1, 60, 0, close: 999_999)], RevisionRule.Correct);

        Assert.True(OldCandles.TryDelete(fixture.Store, Instant.FromUnixSeconds(Start + 60), out var rows, out var refusal), refusal);

        Assert.Equal(2, rows);
        Assert.Equal((2, 1), (fixture.Ask("SELECT COUNT(*) FROM candles_tf"), fixture.Ask("SELECT COUNT(*) FROM candles_1s")));
        Assert.Equal((Start + 60, 0),
            (fixture.Ask("SELECT MIN(ts) FROM candles_tf"), fixture.Ask("SELECT COUNT(*) FROM replaced_candles")));
    }

    private static StoredCandle Candle(int token, int seconds, long after, long close = 1_000_000) =>
        new(Segment.Nse, token, StoreFixture.Candle(Start + after, seconds, close));
}
