using Microsoft.Data.Sqlite;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using Xunit;

namespace TradingDesk.Tests.Engine.Storage.Sqlite;

/// <summary>What was stored comes back as it was, in order, and only what was asked for.</summary>
public sealed class CandleReaderTests
{
    private const long Start = StoreFixture.Start;

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(86_400)]
    public void Every_field_of_a_candle_comes_back(int seconds)
    {
        using var fixture = new StoreFixture();
        using var reader = new CandleReader(fixture.Store);
        var candle = new Candle
        {
            Start = Instant.FromUnixSeconds(Start),
            Seconds = seconds,
            Open = new Price(835_025),
            High = new Price(835_075),
            Low = new Price(834_925),
            Close = new Price(835_050),
            Volume = 9_007_199_254_740_993,
            Ticks = 17,
            Gaps = 5,
            Quality = CandleQuality.Partial | CandleQuality.Filled,
        };
        Write(fixture, new StoredCandle(Segment.Cds, 1_234, candle));

        var read = reader.Between(Segment.Cds, 1_234, seconds, Start, Start + 1);

        Assert.Equal(candle, Assert.Single(read));
    }

    [Fact]
    public void A_file_that_was_removed_and_made_anew_is_read_and_not_the_old_one()
    {
        using var fixture = Filled();
        using var reader = new CandleReader(fixture.Store);
        Assert.NotEmpty(reader.Newest(Segment.Nse, 2_885, 60, long.MaxValue, 10));
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(fixture.Path)!)) File.Delete(file);

        Assert.Throws<SqliteException>(() => reader.Newest(Segment.Nse, 2_885, 60, long.MaxValue, 10));
        fixture.Store.OpenWriter().Dispose();

        Assert.Empty(reader.Newest(Segment.Nse, 2_885, 60, long.MaxValue, 10));
    }

    [Fact]
    public void A_connection_from_before_the_file_was_made_anew_is_not_used()
    {
        using var fixture = Filled();
        using var reader = new CandleReader(fixture.Store);
        Assert.NotEmpty(reader.Newest(Segment.Nse, 2_885, 60, long.MaxValue, 10));

        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(fixture.Path)!)) File.Delete(file);
        fixture.Store.OpenWriter().Dispose();

        Assert.Empty(reader.Newest(Segment.Nse, 2_885, 60, long.MaxValue, 10));
    }

    [Fact]
    public void A_range_holds_its_first_second_and_not_its_last_in_ascending_order()
    {
        using var fixture = Filled();
        using var reader = new CandleReader(fixture.Store);

        var read = reader.Between(Segment.Nse, 2_885, 60, Start + 60, Start + 240);

        Assert.Equal([Start + 60, Start + 120, Start + 180], read.Select(candle => candle.Start.UnixSeconds));
    }

    [Fact]
    public void The_newest_before_a_second_are_the_last_ones_in_ascending_order()
    {
        using var fixture = Filled();
        using var reader = new CandleReader(fixture.Store);

        var read = reader.Newest(Segment.Nse, 2_885, 60, Start + 240, count: 2);

        Assert.Equal([Start + 120, Start + 180], read.Select(candle => candle.Start.UnixSeconds));
    }

    [Fact]
    public void Instruments_segments_and_timeframes_are_kept_apart()
    {
        using var fixture = Filled();
        using var reader = new CandleReader(fixture.Store);

        Assert.Empty(reader.Newest(Segment.Nse, 2_885, 120, long.MaxValue, 10));
        Assert.Empty(reader.Newest(Segment.Bse, 2_885, 60, long.MaxValue, 10));
        Assert.Empty(reader.Newest(Segment.Nse, 2_886, 60, long.MaxValue, 10));
        Assert.Equal(5, reader.Newest(Segment.Nse, 2_885, 1, long.MaxValue, 10).Count);
    }

    [Fact]
    public void The_last_start_is_told_for_one_instrument_and_for_all()
    {
        using var fixture = Filled();
        Write(fixture, new StoredCandle(Segment.Mcx, 7, StoreFixture.Candle(Start + 999)));
        using var reader = new CandleReader(fixture.Store);

        Assert.Equal(Start + 540, reader.LastStart(Segment.Nse, 2_885, 60));
        Assert.Null(reader.LastStart(Segment.Nse, 2_885, 300));
        Assert.Equal([(Segment.Nse, 2_885, Start + 4), (Segment.Mcx, 7, Start + 999)], reader.LastStarts(1));
        Assert.Equal([(Segment.Nse, 2_885, Start + 540)], reader.LastStarts(60));
    }

    [Fact]
    public void A_stream_left_early_does_not_disturb_the_next_question()
    {
        using var fixture = Filled();
        using var reader = new CandleReader(fixture.Store);

        var first = reader.Stream(Segment.Nse, 2_885, 60, Start).First();
        var all = reader.Stream(Segment.Nse, 2_885, 60, Start).Count();

        Assert.Equal(Start, first.Start.UnixSeconds);
        Assert.Equal(10, all);
    }

    [Fact]
    public void A_filled_candle_never_replaces_one_that_is_there()
    {
        using var fixture = Filled();
        using var reader = new CandleReader(fixture.Store);

        var filled = new StoredCandle(Segment.Nse, 2_885, StoreFixture.Candle(Start, 60, close: 1_000_123));
        var outcome = fixture.Enter([filled]);

        Assert.Equal((0, 1, null), (outcome.Added, outcome.Kept, outcome.Number));
        var read = reader.Between(Segment.Nse, 2_885, 60, Start, Start + 60);
        Assert.NotEqual(new Price(1_000_123), Assert.Single(read).Close);
    }

    [Fact]
    public async Task Many_threads_may_read_while_a_transaction_is_open()
    {
        using var fixture = Filled();
        using var reader = new CandleReader(fixture.Store);
        using var writer = fixture.Store.OpenWriter();
        writer.Execute("BEGIN IMMEDIATE; DELETE FROM candles_tf");

        var counts = await Task.WhenAll(Enumerable.Range(0, 16)
            .Select(_ => Task.Run(() => reader.Newest(Segment.Nse, 2_885, 60, long.MaxValue, 100).Count)));

        Assert.All(counts, count => Assert.Equal(10, count));
    }

    private static StoreFixture Filled()
    {
        var fixture = new StoreFixture();
        Write(fixture,
        [
            .. Enumerable.Range(0, 10).Select(i => new StoredCandle(Segment.Nse, 2_885, StoreFixture.Candle(Start + (60 * i), 60))),
            .. Enumerable.Range(0, 5).Select(i => new StoredCandle(Segment.Nse, 2_885, StoreFixture.Candle(Start + i))),
        ]);
        return fixture;
    }

    private static void Write(StoreFixture fixture, params StoredCandle[] candles)
    {
        Assert.Equal(candles.Length, fixture.Enter(candles).Added);
    }
}
