using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using Xunit;

namespace TradingDesk.Tests.Engine.Storage.Sqlite;

/// <summary>The newest candles in the order of time: written there, read as if they stood in their series, moved to them.</summary>
public sealed class HotCandlesTests
{
    private const long Start = StoreFixture.Start;
    private static readonly int[] _timeframes = [1, 60, 300];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Whatever_is_put_moved_and_put_again_is_read_as_one_series(int seed)
    {
        var random = new Random(seed);
        using var fixture = new StoreFixture();
        using var link = fixture.Store.OpenWriter();
        using var hot = new HotWrites(link);
        using var reader = new CandleReader(fixture.Store);
        var told = new Dictionary<(int Token, int Seconds), SortedDictionary<long, Candle>>();

        for (var round = 0; round < 60; round++)
        {
            Put(hot, random, told);
            if (random.Next(4) == 0) hot.MoveAll();

            var (token, seconds) = (random.Next(1, 4), _timeframes[random.Next(3)]);
            HoldAgainst(told.GetValueOrDefault((token, seconds)) ?? [], reader, token, seconds, random);
        }

        foreach (var seconds in _timeframes)
        {
            var expected = told.Where(series => series.Key.Seconds == seconds && series.Value.Count > 0).OrderBy(series => series.Key.Token)
                .Select(series => (Segment.Nse, series.Key.Token, series.Value.Keys.Last()));
            Assert.Equal(expected, reader.LastStarts(seconds));
        }
    }

    [Fact]
    public void The_writer_moves_them_before_a_series_seconds_take_more_than_nine_hundred_seeks()
    {
        using var fixture = new StoreFixture();
        using var writer = new CandleWriter(fixture.Store, keepSeconds: 86_400);

        for (var second = 0; second < 1_000; second++)
        {
            writer.Add(Segment.Nse, 1, StoreFixture.Candle(Start + second));
            writer.TryFlush(second * 1_000L);
        }

        Assert.InRange(fixture.Hot, 1, 100);
        Assert.InRange(fixture.Ask("SELECT COUNT(*) FROM candles_1s"), 900, 1_000);
    }

    [Fact]
    public void A_desk_that_stops_leaves_none_and_what_a_killed_one_left_is_moved_by_the_next_start()
    {
        using var fixture = new StoreFixture();
        using (var writer = new CandleWriter(fixture.Store, keepSeconds: 86_400))
        {
            writer.Add(Segment.Nse, 1, StoreFixture.Candle(Start));
            writer.Drain(0);
        }

        var afterStop = fixture.Hot;
        using (var link = fixture.Store.OpenWriter())
        using (var killed = new HotWrites(link))
        {
            killed.Begin();
            killed.Put(new StoredCandle(Segment.Nse, 1, StoreFixture.Candle(Start + 1)));
            killed.Commit();
        }

        var afterKill = fixture.Hot;
        fixture.Open(CandleWorld.Simulated);

        Assert.Equal((0, 1, 0), (afterStop, afterKill, fixture.Hot));
        Assert.Equal(2, fixture.Ask("SELECT COUNT(*) FROM candles_1s"));
    }

    [Fact]
    public void A_move_that_cannot_be_committed_moves_nothing()
    {
        using var fixture = new StoreFixture();
        using var link = fixture.Store.OpenWriter();
        using var hot = new HotWrites(link);
        hot.Begin();
        for (var second = 0; second < 5_000; second++) hot.Put(new StoredCandle(Segment.Nse, 1, StoreFixture.Candle(Start + second)));
        hot.Commit();
        link.Execute($"PRAGMA max_page_count = {link.ReadNumber("PRAGMA page_count") + 2}");

        Assert.ThrowsAny<Exception>(hot.MoveAll);

        Assert.Equal(5_000, fixture.Hot);
        Assert.Equal(0, fixture.Ask("SELECT COUNT(*) FROM candles_1s"));
        link.Execute("PRAGMA max_page_count = 1000000");
        hot.MoveAll();
        Assert.Equal((0, 5_000), (fixture.Hot, fixture.Ask("SELECT COUNT(*) FROM candles_1s")));
    }

    [Fact]
    public void A_reader_that_began_before_a_move_sees_every_candle_once()
    {
        using var fixture = new StoreFixture();
        using var link = fixture.Store.OpenWriter();
        using var hot = new HotWrites(link);
        hot.Begin();
        for (var second = 0; second < 50; second++) hot.Put(new StoredCandle(Segment.Nse, 1, StoreFixture.Candle(Start + second)));
        hot.Commit();
        using var reader = new CandleReader(fixture.Store);

        var read = new List<long>();
        foreach (var candle in reader.Stream(Segment.Nse, 1, 1, 0))
        {
            read.Add(candle.Start.UnixSeconds);
            if (read.Count == 10) hot.MoveAll();
        }

        Assert.Equal(Enumerable.Range(0, 50).Select(second => Start + second), read);
    }

    private static void Put(
        HotWrites hot, Random random, Dictionary<(int Token, int Seconds), SortedDictionary<long, Candle>> told)
    {
        hot.Begin();
        for (var i = random.Next(20); i >= 0; i--)
        {
            var (token, seconds) = (random.Next(1, 4), _timeframes[random.Next(3)]);
            var start = Start + (random.Next(40) * seconds);
            var candle = StoreFixture.Candle(start, seconds, close: 999_500 + random.Next(1_000));
            hot.Put(new StoredCandle(Segment.Nse, token, candle));
            if (!told.TryGetValue((token, seconds), out var series)) told[(token, seconds)] = series = [];
            series[start] = candle;
        }

        hot.Commit();
    }

    private static void HoldAgainst(SortedDictionary<long, Candle> told, CandleReader reader, int token, int seconds, Random random)
    {
        var from = Start + (random.Next(-5, 45) * seconds);
        var before = from + (random.Next(50) * seconds);
        var count = random.Next(1, 30);

        var between = reader.Between(Segment.Nse, token, seconds, from, before);
        var newest = reader.Newest(Segment.Nse, token, seconds, before, count);

        Assert.Equal(Closes(told.Where(row => row.Key >= from && row.Key < before).Select(row => row.Value)), Closes(between));
        Assert.Equal(Closes(told.Where(row => row.Key < before).Select(row => row.Value).TakeLast(count)), Closes(newest));
        Assert.Equal(told.Count == 0 ? null : told.Keys.Last(), reader.LastStart(Segment.Nse, token, seconds));
    }

    private static IEnumerable<(long, Price)> Closes(IEnumerable<Candle> candles) =>
        candles.Select(candle => (candle.Start.UnixSeconds, candle.Close));
}
