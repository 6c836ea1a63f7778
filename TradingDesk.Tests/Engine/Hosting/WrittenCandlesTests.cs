using TradingDesk.Engine.Hosting.Warmth;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Tests.Engine.Storage.Sqlite;
using Xunit;

namespace TradingDesk.Tests.Engine.Hosting;

/// <summary>Up to where the candle store has all that was told, in good times and after it lost some.</summary>
public sealed class WrittenCandlesTests
{
    private readonly WrittenMark _mark = new();

    [Fact]
    public void Facts_are_written_when_the_candles_they_told_have_left_the_writer()
    {
        _mark.Note(taken: 10, waiting: 10, facts: 25, hasLost: false);
        Assert.Equal(0, _mark.Through);

        _mark.Note(taken: 14, waiting: 5, facts: 33, hasLost: false);
        Assert.Equal(0, _mark.Through);

        _mark.Note(taken: 16, waiting: 6, facts: 40, hasLost: false);
        Assert.Equal(25, _mark.Through);

        _mark.Note(taken: 16, waiting: 0, facts: 41, hasLost: false);
        Assert.Equal(41, _mark.Through);
    }

    [Fact]
    public void After_a_loss_nothing_more_counts_as_written_and_nobody_waits_for_it()
    {
        _mark.Note(taken: 10, waiting: 0, facts: 25, hasLost: false);

        _mark.Note(taken: 20, waiting: 0, facts: 60, hasLost: true);
        _mark.Note(taken: 30, waiting: 0, facts: 90, hasLost: false);

        Assert.Equal(25, _mark.Through);
        Assert.True(_mark.WaitFor(25, TimeSpan.FromHours(1), TestContext.Current.CancellationToken));
        Assert.False(_mark.WaitFor(26, TimeSpan.FromHours(1), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_writer_whose_backlog_ran_over_or_that_was_passed_has_lost_candles()
    {
        using var fixture = new StoreFixture();
        using var full = new CandleWriter(fixture.Store.OpenWriter, keepSeconds: 86_400, capacity: 2);
        using var passed = new CandleWriter(fixture.Store, 86_400);

        for (var second = 0; second < 2; second++) full.Add(Segment.Nse, 1, StoreFixture.Candle(StoreFixture.Start + second));
        Assert.False(full.HasLost);
        full.Add(Segment.Nse, 1, StoreFixture.Candle(StoreFixture.Start + 2));
        passed.Miss(3, StoreFixture.Candle(StoreFixture.Start).Start);

        Assert.True(full.HasLost);
        Assert.True(passed.HasLost);
    }
}
