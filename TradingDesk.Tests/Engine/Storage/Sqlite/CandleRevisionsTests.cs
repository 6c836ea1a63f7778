using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Engine.Storage.Sqlite.Revisions;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Storage.Sqlite;

/// <summary>Candles that the running engine did not build are entered as numbered revisions, never silently.</summary>
public sealed class CandleRevisionsTests : IDisposable
{
    private const long Start = StoreFixture.Start;
    private readonly StoreFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void An_entry_is_a_numbered_revision_and_its_candles_carry_the_number()
    {
        var outcome = _fixture.Enter([Minute(0), Minute(1), Second(0)]);

        Assert.Equal((1, 3, 0), (outcome.Number, outcome.Added, outcome.Replaced));
        var revision = Assert.Single(new RevisionReader(_fixture.Store).List(10));
        Assert.Equal((1, "a test", "to have candles", "tester"), (revision.Number, revision.Source, revision.Reason, revision.Principal));
        Assert.Equal((3, Start, Start + 60), (revision.Added, revision.Earliest.UnixSeconds, revision.Latest.UnixSeconds));
        Assert.Equal(2, _fixture.Ask("SELECT COUNT(*) FROM candles_tf WHERE revision = 1"));
        Assert.Equal(1, _fixture.Ask("SELECT COUNT(*) FROM candles_1s WHERE revision = 1"));
    }

    [Theory]
    [InlineData((int)RevisionRule.AddMissing)]
    [InlineData((int)RevisionRule.Correct)]
    [InlineData((int)RevisionRule.Replace)]
    public void The_same_candles_twice_are_entered_once(int rule)
    {
        _fixture.Enter([Minute(0), Minute(1)], (RevisionRule)rule);

        var again = _fixture.Enter([Minute(0), Minute(1)], (RevisionRule)rule);

        Assert.Equal((null, 0, 0, 2), (again.Number, again.Added, again.Replaced, again.Same));
        Assert.Single(new RevisionReader(_fixture.Store).List(10));
    }

    [Fact]
    public void A_correction_replaces_what_was_entered_and_keeps_the_old_values_with_its_number()
    {
        _fixture.Enter([Minute(0)]);

        var corrected = _fixture.Enter([Minute(0, close: 1_000_200)], RevisionRule.Correct);

        Assert.Equal((2, 0, 1), (corrected.Number, corrected.Added, corrected.Replaced));
        Assert.Equal((1_000_200, 2), (_fixture.Ask("SELECT close FROM candles_tf"), _fixture.Ask("SELECT revision FROM candles_tf")));
        Assert.Equal(1_000_000, _fixture.Ask("SELECT close FROM replaced_candles WHERE replaced_by = 2 AND revision = 1 AND tf = 60"));
    }

    [Fact]
    public void What_the_engine_built_is_replaced_only_when_that_is_asked_for()
    {
        Engine(Minute(0), Second(0));

        var corrected = _fixture.Enter([Minute(0, 1_000_200), Second(0, 1_000_200)], RevisionRule.Correct);
        var replaced = _fixture.Enter([Minute(0, 1_000_300), Second(0, 1_000_300)], RevisionRule.Replace);

        Assert.Equal((null, 2), (corrected.Number, corrected.Kept));
        Assert.Equal((1, 2), (replaced.Number, replaced.Replaced));
        Assert.Equal(2, _fixture.Ask("SELECT COUNT(*) FROM replaced_candles WHERE close = 1000000 AND revision = 0"));
        Assert.Equal(1_000_300, _fixture.Ask("SELECT close FROM candles_1s"));
    }

    [Fact]
    public void A_candle_the_source_names_twice_stays_as_it_was_named_first()
    {
        var outcome = _fixture.Enter([Minute(0), Minute(0, 1_000_200)], RevisionRule.Replace);

        Assert.Equal((1, 0, 1), (outcome.Added, outcome.Replaced, outcome.Kept));
        Assert.Equal(1_000_000, _fixture.Ask("SELECT close FROM candles_tf"));
    }

    [Fact]
    public void Since_a_revision_the_series_that_changed_are_named_with_the_earliest_candle()
    {
        _fixture.Enter([Minute(5)]);
        _fixture.Enter([Minute(9), Minute(3), Minute(2_000), Second(7)]);
        var reader = new RevisionReader(_fixture.Store);

        var since = reader.Since(1)!.OrderBy(series => series.TimeframeSeconds).ToArray();

        Assert.Equal([(1, Start + 7), (60, Start + 180)], since.Select(one => (one.TimeframeSeconds, one.Earliest.UnixSeconds)));
        Assert.Equal((0, 2), (reader.Since(2)!.Count, reader.Newest()));
        Assert.Null(reader.Since(3));
    }

    [Fact]
    public void What_a_source_held_besides_candles_is_kept_by_day()
    {
        var day = new RevisionDay(Segment.Nse, 2_885, 60, Instant.FromUnixSeconds(Start).IndiaDate);
        var note = new RevisionNote(default, "file.csv", "abc", "import", "me")
        {
            Refuse = new Dictionary<RevisionDay, RevisionRefuse> { [day] = new(2, 3) },
        };

        Assert.True(CandleRevisions.TryEnter(_fixture.Store, note, RevisionRule.Correct, [Minute(0)], out _, out _));

        var read = Assert.Single(new RevisionReader(_fixture.Store).Days(day, day.Date));
        Assert.Equal(new RevisedDay(day.Date, 1, 1, 0, new RevisionRefuse(2, 3)), read);
    }

    [Fact]
    public void Another_simulated_market_forgets_the_revisions_but_gives_no_number_twice()
    {
        _fixture.Enter([Minute(0)]);

        Assert.True(_fixture.Store.TryRenewFor("seed 2", evenIfSame: true, out _, out _));

        Assert.Equal(2, _fixture.Enter([Minute(0)]).Number);
        Assert.Single(new RevisionReader(_fixture.Store).List(10));
    }

    [Fact]
    public void A_store_that_cannot_take_them_says_so_and_keeps_nothing()
    {
        using var link = _fixture.Store.OpenWriter();
        link.Execute("DROP TABLE replaced_candles");
        var note = new RevisionNote(default, "file.csv", "", "import", "me");

        var isEntered = CandleRevisions.TryEnter(_fixture.Store, note, RevisionRule.Correct, [Minute(0)], out _, out var refusal);

        Assert.False(isEntered);
        Assert.StartsWith($"Candles could not be entered into the store {_fixture.Path}: ", refusal, StringComparison.Ordinal);
        Assert.Equal(0, _fixture.Rows);
    }

    [Fact]
    public void A_store_of_the_first_version_is_brought_up_to_date_and_keeps_its_candles()
    {
        using var folder = new TempFolder();
        var path = folder.File("old.db");
        using (var link = SqliteLink.Open(path, readOnly: false, 0)) link.Execute(FirstVersion);

        Assert.True(CandleStore.TryOpen(path, CandleWorld.Market, out var store, out var refusal), refusal);

        using var reader = new CandleReader(store!);
        Assert.Equal(Start, Assert.Single(reader.Between(Segment.Nse, 7, 60, 0, long.MaxValue)).Start.UnixSeconds);
        Assert.Equal(0, new RevisionReader(store!).Newest());
    }

    private const string FirstVersion = """
        CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        INSERT INTO meta (key, value) VALUES ('world', 'market');
        PRAGMA application_id = 0x54444353;
        CREATE TABLE candles_1s (exchange INTEGER NOT NULL, token INTEGER NOT NULL, ts INTEGER NOT NULL,
            open INTEGER NOT NULL, high INTEGER NOT NULL, low INTEGER NOT NULL, close INTEGER NOT NULL, volume INTEGER NOT NULL,
            ticks INTEGER NOT NULL, gaps INTEGER NOT NULL, quality INTEGER NOT NULL, PRIMARY KEY (exchange, token, ts)) WITHOUT ROWID;
        CREATE TABLE candles_tf (exchange INTEGER NOT NULL, token INTEGER NOT NULL, tf INTEGER NOT NULL, ts INTEGER NOT NULL,
            open INTEGER NOT NULL, high INTEGER NOT NULL, low INTEGER NOT NULL, close INTEGER NOT NULL, volume INTEGER NOT NULL,
            ticks INTEGER NOT NULL, gaps INTEGER NOT NULL, quality INTEGER NOT NULL, PRIMARY KEY (exchange, token, tf, ts)) WITHOUT ROWID;
        PRAGMA user_version = 1;
        INSERT INTO candles_tf VALUES (1, 7, 60, 1767584700, 10, 10, 10, 10, 0, 1, 0, 0);
        """;

    private static StoredCandle Minute(int place, long close = 1_000_000) =>
        new(Segment.Nse, 2_885, StoreFixture.Candle(Start + (60 * place), 60, close));

    private static StoredCandle Second(int place, long close = 1_000_000) =>
        new(Segment.Nse, 2_885, StoreFixture.Candle(Start + place, 1, close));

    private void Engine(params StoredCandle[] candles)
    {
        using var link = _fixture.Store.OpenWriter();
        using var writes = new HotWrites(link);
        writes.Begin();
        foreach (var candle in candles) writes.Put(candle);
        writes.Commit();
    }
}
