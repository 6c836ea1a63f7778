using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.Reading;
using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Tests.Engine.Storage.Sqlite;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Hosting;

/// <summary>A chart is given closed candles that are whole, or none.</summary>
public sealed class ChartHistoryTests : IDisposable
{
    private const int VolumeOfPiece = 7;
    private static readonly Timeframe _fiveMinutes = new(300);
    private static readonly Timeframe _hour = new(3_600);

    private readonly StoreFixture _fixture = new();
    private readonly CandleReader _reader;
    private readonly ChartHistory _history;

    public ChartHistoryTests()
    {
        _reader = new CandleReader(_fixture.Store);
        _history = new ChartHistory(TestPlans.File(TradingCalendar.AlwaysOpen, 1), new LevelBoard(1), _reader);
    }

    private static Instant Midnight => TestPlans.Midnight;

    [Fact]
    public void The_oldest_candle_is_left_out_when_not_all_of_it_was_read()
    {
        Store(60, Enumerable.Range(0, 15_030));

        var candles = Read(_hour, 1_000, Midnight.PlusSeconds(15_030 * 60));

        Assert.Equal(Midnight.PlusSeconds(3_600), candles[0].Start);
        Assert.All(candles, candle => Assert.Equal(60 * VolumeOfPiece, candle.Volume));
        Assert.Equal(249, candles.Count);
    }

    [Fact]
    public void The_oldest_candle_stays_when_the_cut_is_at_its_start()
    {
        Store(60, Enumerable.Range(0, 15_060));

        var candles = Read(_hour, 1_000, Midnight.PlusSeconds(15_060 * 60));

        Assert.Equal(Midnight.PlusSeconds(3_600), candles[0].Start);
        Assert.Equal(250, candles.Count);
    }

    [Fact]
    public void The_first_candle_of_a_store_stays_though_it_began_before_its_first_trade()
    {
        Store(60, Enumerable.Range(30, 60));

        var candles = Read(_hour, 10, Midnight.PlusSeconds(7_200));

        Assert.Equal((Midnight, 30 * VolumeOfPiece), (candles[0].Start, candles[0].Volume));
    }

    [Fact]
    public void The_oldest_candle_of_kept_seconds_is_left_out_when_its_beginning_is_deleted()
    {
        Store(1, Enumerable.Range(3, 12));

        var candles = Read(new Timeframe(5), 10, Midnight.PlusSeconds(15));

        Assert.Equal([Midnight.PlusSeconds(5), Midnight.PlusSeconds(10)], candles.Select(candle => candle.Start));
    }

    [Fact]
    public void A_candle_whose_last_minute_the_writer_still_holds_is_not_shown_however_late_it_is()
    {
        Store(60, [0, 1, 2, 3]);

        Assert.Empty(Read(_fiveMinutes, 10, Midnight.PlusSeconds(3_600)));
        Store(60, [4]);

        Assert.Equal(5 * VolumeOfPiece, Assert.Single(Read(_fiveMinutes, 10, Midnight.PlusSeconds(3_600))).Volume);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(3_600)]
    public void A_candle_without_a_trade_in_its_last_minute_is_shown_when_a_later_one_is_stored(int before)
    {
        Store(60, [0, 1, 2, 3, 7]);

        var candles = Read(_fiveMinutes, 10, Midnight.PlusSeconds(before));

        Assert.Equal((Midnight, 4 * VolumeOfPiece), (Assert.Single(candles).Start, candles[0].Volume));
    }

    [Fact]
    public void A_candle_that_reaches_past_the_moment_asked_for_is_not_shown()
    {
        Store(60, Enumerable.Range(0, 20));

        var candles = Read(_fiveMinutes, 10, Midnight.PlusSeconds(420));

        Assert.Equal(Midnight, Assert.Single(candles).Start);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _fixture.Dispose();
    }

    private IReadOnlyList<CandleView> Read(Timeframe timeframe, int count, Instant before) =>
        _history.Read(TestPlans.One, timeframe, count, before, new ReadableLists("", TestPlans.Instruments(1))).Candles;

    private void Store(int seconds, IEnumerable<int> places)
    {
        var candles = places.Select(place => new StoredCandle(
            Segment.Nse, 1, StoreFixture.Candle(Midnight.UnixSeconds + (place * seconds), seconds)));
        _fixture.Enter(candles);
    }
}
