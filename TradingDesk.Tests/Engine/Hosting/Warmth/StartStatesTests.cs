using Microsoft.Data.Sqlite;
using TradingDesk.Engine.Hosting.Warmth;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Indicators;
using TradingDesk.Engine.Storage.Sqlite.Revisions;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Hosting.Warmth;

/// <summary>Which snapshot a desk starts from, which it passes over, and what it says of it.</summary>
public sealed class StartStatesTests : IDisposable
{
    private static readonly Instant _now = TestPlans.Open.PlusSeconds(600);

    private readonly TempFolder _folder = new();
    private readonly IndicatorStore _store;

    public StartStatesTests()
    {
        Assert.True(IndicatorStore.TryOpen(_folder.File("indicators.db"), CandleWorld.Simulated, out var store, out var refusal), refusal);
        _store = store!;
    }

    [Fact]
    public void Without_a_snapshot_a_desk_starts_from_candles_and_that_is_no_trouble()
    {
        var states = StartStates.Read(_store, _now);

        Assert.Equal((false, "Started from stored candles alone: there is no snapshot yet."), (states.IsTrouble, states.Sentence));
        Assert.Null(states.Of(TestPlans.Instruments(1).All[0]));
    }

    [Fact]
    public void The_newest_whole_one_is_restored_and_named()
    {
        Keep(_now.PlusSeconds(-60));
        Keep(_now.PlusSeconds(-30));

        var states = StartStates.Read(_store, _now);

        Assert.False(states.IsTrouble);
        Assert.StartsWith("Restored from the snapshot of 5 Jan 2026 09:24:30, state hash ", states.Sentence, StringComparison.Ordinal);
        Assert.NotNull(states.Of(TestPlans.Instruments(1).All[0]));
    }

    [Fact]
    public void One_of_other_lists_is_not_called_restored_without_saying_how_little_it_is_worth()
    {
        Keep(_now.PlusSeconds(-30));
        var plan = TestPlans.File(TradingCalendar.AlwaysOpen, 1, 60, 300);

        var same = StartStates.Read(_store, _now).For(plan with { Indicators = "SMA:1; 5m=RSI:7" });
        var other = StartStates.Read(_store, _now).For(plan with { Indicators = "EMA:5" });

        Assert.EndsWith(
            "It has 1 of this desk's 2 sets; the others started from stored candles alone.", same.Sentence, StringComparison.Ordinal);
        Assert.Contains("It has 0 of this desk's 2 sets", other.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_one_is_passed_over_for_the_one_before_and_that_is_said()
    {
        Keep(_now.PlusSeconds(-60));
        Keep(_now.PlusSeconds(-30));
        Damage("UPDATE indicator_snapshots SET bytes = x'00' WHERE id = (SELECT MAX(id) FROM indicator_snapshots)");

        var states = StartStates.Read(_store, _now);

        Assert.True(states.IsTrouble);
        Assert.StartsWith("Restored from the snapshot of 5 Jan 2026 09:24:00", states.Sentence, StringComparison.Ordinal);
        Assert.Contains("that of 5 Jan 2026 09:24:30 is damaged", states.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void One_of_an_older_format_is_a_cold_start_said_aloud()
    {
        Keep(_now.PlusSeconds(-30), SnapshotCodec.Format - 1);

        var states = StartStates.Read(_store, _now);

        Assert.True(states.IsTrouble);
        Assert.Equal(
            "Started from stored candles alone: no snapshot can be used: that of 5 Jan 2026 09:24:30 is of format 0.", states.Sentence);
    }

    [Fact]
    public void One_that_knows_more_than_the_stored_candles_is_passed_over()
    {
        Keep(_now);

        var states = StartStates.Read(_store, storedThrough: _now.PlusSeconds(-120));

        Assert.Contains("is ahead of the stored candles", states.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Whole_bytes_that_are_no_states_are_passed_over()
    {
        Assert.True(_store.TryKeep(new StoredSnapshot(SnapshotCodec.Format, _now, _now, 1, new byte[] { 1, 2, 3 }), out _));

        var states = StartStates.Read(_store, _now);

        Assert.Contains("cannot be understood", states.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_knows_a_revision_which_the_store_never_had_is_passed_over()
    {
        Keep(_now.PlusSeconds(-30), revision: 7);

        var states = StartStates.Read(_store, _now, _ => null);

        Assert.Contains("that of 5 Jan 2026 09:24:30 has read candles of another store", states.Sentence, StringComparison.Ordinal);
        Assert.Null(states.Of(TestPlans.Instruments(1).All[0]));
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(60, -31, false)]
    [InlineData(60, -30, true)]
    [InlineData(1, -600, true)]
    public void A_set_that_has_read_candles_revised_since_starts_from_stored_candles(int pieceSeconds, int earliest, bool isRestored)
    {
        Keep(_now.PlusSeconds(-30), revision: 7);
        var instrument = TestPlans.Instruments(1).All[0];
        var asked = 0L;

        var states = StartStates.Read(_store, _now, revision =>
        {
            asked = revision;
            return [new RevisedSeries(instrument.Segment, instrument.Token, pieceSeconds, _now.PlusSeconds(earliest))];
        });

        Assert.Equal((7, isRestored), (asked, Matching(states) == 1));
        const string Said = " 1 sets had read candles that were revised since: they started from stored candles alone.";
        Assert.Equal(!isRestored, states.Sentence.EndsWith(Said, StringComparison.Ordinal));
    }

    private static int Matching(StartStates states) =>
        states.Of(TestPlans.Instruments(1).All[0])!.Matching([(Timeframe.Minute.Seconds, "SMA:1")]);

    private void Keep(Instant marketTime, int format = SnapshotCodec.Format, long revision = 0)
    {
        var copy = new StateCopy();
        copy.Begin(marketTime, afterFact: 5, indicatorVersion: 1, [Timeframe.Minute], places: 1, words: 2);
        copy.Add(0, "SMA:1", marketTime, 2).Fill(7);
        var bytes = SnapshotCodec.Write(copy, TestPlans.Instruments(1), revision);
        Assert.True(_store.TryKeep(new StoredSnapshot(format, marketTime, _now, 1, bytes), out var refusal), refusal);
    }

    private void Damage(string statement)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File("indicators.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        Assert.Equal(1, command.ExecuteNonQuery());
    }
}
