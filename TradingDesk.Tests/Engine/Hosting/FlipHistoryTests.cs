using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.Reading;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Tests.Engine.Storage.Sqlite;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Hosting;

/// <summary>The flip meter over stored seconds: on which history its indicators stand.</summary>
public sealed class FlipHistoryTests
{
    [Fact]
    public void A_candle_whose_first_second_nobody_traded_in_does_not_stand_in_its_own_history()
    {
        using var fixture = new StoreFixture();
        var from = TestPlans.Open.UnixSeconds;
        long[] minutes = [100, 100, 100, 101, 102, 102];
        long[][] seconds = [[100], [100], [100], [101, 99, 101], [102], [102]];
        var stored = minutes.Select((close, minute) => StoreFixture.Candle(from + (60 * minute), 60, close)).Concat(
            seconds.SelectMany((closes, minute) => closes.Select(
                (close, second) => StoreFixture.Candle(from + (60 * minute) + 7 + second, close: close))));
        Write(fixture, stored);
        using var reader = new CandleReader(fixture.Store);
        var plan = TestPlans.File(TradingCalendar.AlwaysOpen, 1, 60);

        // The last whole candle but one: two seconds above the close before it and one below.
        var counts = new FlipHistory(plan, new LevelBoard(1), reader).Count(
            TestPlans.One, Timeframe.Minute, 2, new ReadableLists("SMA:2", plan.Instruments));

        var count = Assert.Single(counts);
        Assert.Equal((2, 1, 2), (count.Candles, count.Flipped, count.Flips));
    }

    private static void Write(StoreFixture fixture, IEnumerable<Candle> candles)
    {
        var stored = candles.Select(candle => new StoredCandle(Segment.Nse, 1, candle));
        fixture.Enter(stored);
    }
}
