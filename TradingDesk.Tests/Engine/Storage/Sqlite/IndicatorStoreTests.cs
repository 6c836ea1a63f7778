using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Indicators;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Storage.Sqlite;

/// <summary>Lists and snapshots come back as they were or are said not to, and a write is there whole or not at all.</summary>
public sealed class IndicatorStoreTests
{
    private const int DiskAtOnce = 2;
    private const int DiskSoon = 1;

    [Fact]
    public void Every_field_of_a_version_comes_back_after_the_store_was_closed()
    {
        using var fixture = new IndicatorStoreFixture();
        var version = IndicatorStoreFixture.Version(7, "BBANDS:20:2; 5m=RSI:14 'ₓ'");

        Assert.True(fixture.Store.TryAdd(version, out var refusal), refusal);
        fixture.Store.Dispose();
        using var store = fixture.Open(CandleWorld.Simulated);
        Assert.True(store.TryReadVersions(10, out var read, out _));

        Assert.Equal(version, Assert.Single(read));
    }

    [Fact]
    public void The_newest_versions_come_first_and_no_more_than_asked_for()
    {
        using var fixture = new IndicatorStoreFixture();
        fixture.Add(2, 9, 10, 3);

        Assert.True(fixture.Store.TryReadVersions(3, out var read, out _));

        Assert.Equal([10, 9, 3], read.Select(version => version.Version));
    }

    [Fact]
    public void A_number_given_twice_is_refused_and_the_first_stays()
    {
        using var fixture = new IndicatorStoreFixture();
        fixture.Add(4);

        var added = fixture.Store.TryAdd(IndicatorStoreFixture.Version(4, "ATR:14"), out var refusal);

        Assert.False(added);
        Assert.Equal("Version 4 of the indicator list is in the store already.", refusal);
        Assert.True(fixture.Store.TryReadVersions(10, out var read, out _));
        Assert.Equal(IndicatorStoreFixture.Version(4), Assert.Single(read));
        fixture.Add(5);
    }

    [Fact]
    public void A_withdrawn_version_is_gone_and_its_number_is_free()
    {
        using var fixture = new IndicatorStoreFixture();
        fixture.Add(1, 2);

        Assert.True(fixture.Store.TryWithdraw(2, out _));
        Assert.True(fixture.Store.TryWithdraw(99, out _));

        Assert.Equal([1], fixture.Versions());
        fixture.Add(2);
    }

    [Fact]
    public void A_list_is_on_the_disk_at_once_and_a_snapshot_soon()
    {
        using var fixture = new IndicatorStoreFixture();

        fixture.Add(1);
        var afterAdd = fixture.Link!.ReadNumber("PRAGMA synchronous");
        fixture.Keep(1);
        var afterKeep = fixture.Link.ReadNumber("PRAGMA synchronous");
        Assert.True(fixture.Store.TryWithdraw(1, out _));
        var afterWithdrawal = fixture.Link.ReadNumber("PRAGMA synchronous");

        Assert.Equal((DiskAtOnce, DiskSoon, DiskAtOnce), (afterAdd, afterKeep, afterWithdrawal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3_000_000)]
    public void Every_field_of_a_snapshot_comes_back(int length)
    {
        using var fixture = new IndicatorStoreFixture();
        var snapshot = IndicatorStoreFixture.Snapshot(1, length);

        Assert.True(fixture.Store.TryKeep(snapshot, out var refusal), refusal);
        var head = Assert.Single(fixture.Heads());
        Assert.True(fixture.Store.TryReadSnapshot(head.Id, out var read, out _));

        Assert.True(read!.IsWhole);
        Assert.Equal(snapshot with { Bytes = default }, read with { Bytes = default });
        Assert.Equal(snapshot.Bytes.ToArray(), read.Bytes.ToArray());
        Assert.Equal(
            new SnapshotHead(head.Id, 3, snapshot.MarketTime, snapshot.WrittenAt, 12, length, snapshot.ComputeStateHash()), head);
    }

    [Fact]
    public void The_newest_ten_snapshots_are_kept_and_come_newest_first()
    {
        using var fixture = new IndicatorStoreFixture();

        fixture.Keep([.. Enumerable.Range(1, 13)]);

        var times = fixture.Heads().Select(head => head.MarketTime);
        Assert.Equal(Enumerable.Range(4, 10).Reverse().Select(place => IndicatorStoreFixture.Snapshot(place).MarketTime), times);
    }

    [Fact]
    public void A_snapshot_that_is_not_kept_any_more_is_refused_with_a_sentence()
    {
        using var fixture = new IndicatorStoreFixture();
        fixture.Keep(1);
        var id = fixture.Heads()[0].Id;
        fixture.Keep([.. Enumerable.Range(2, 10)]);

        var isRead = fixture.Store.TryReadSnapshot(id, out var snapshot, out var refusal);

        Assert.False(isRead);
        Assert.Null(snapshot);
        Assert.Equal("Snapshot 1 is not kept any more: the newest 10 are.", refusal);
    }

    [Fact]
    public void Forgotten_snapshots_are_gone_and_their_numbers_are_not_given_again()
    {
        using var fixture = new IndicatorStoreFixture();
        fixture.Add(1);
        fixture.Keep(1, 2);
        var newest = fixture.Heads()[0].Id;

        Assert.True(fixture.Store.TryForgetSnapshots(out _));
        var left = fixture.Heads();
        fixture.Keep(3);

        Assert.Empty(left);
        Assert.True(fixture.Heads()[0].Id > newest);
        Assert.Equal([1], fixture.Versions());
    }

    [Fact]
    public void A_flipped_bit_in_the_file_is_seen_in_its_snapshot_and_in_no_other()
    {
        using var fixture = new IndicatorStoreFixture();
        fixture.Keep(1, 2, 3);
        fixture.Store.Dispose();
        var file = File.ReadAllBytes(fixture.Path);
        var place = file.AsSpan().IndexOf(IndicatorStoreFixture.Snapshot(2).Bytes.Span[^16..]);
        file[place] ^= 1;
        File.WriteAllBytes(fixture.Path, file);

        using var store = fixture.Open(CandleWorld.Simulated);
        Assert.True(store.TryReadSnapshots(out var heads, out _));
        var isWhole = heads.Select(head => store.TryReadSnapshot(head.Id, out var read, out _) && read!.IsWhole);

        Assert.Equal([true, false, true], isWhole);
    }

    [Theory]
    [InlineData("format = format + 1")]
    [InlineData("market_time = market_time + 1")]
    [InlineData("list_version = list_version + 1")]
    [InlineData("state_hash = ''")]
    [InlineData("bytes = substr(bytes, 2)")]
    [InlineData("bytes = x''")]
    [InlineData("list_version = 9000000000")]
    public void A_changed_field_of_a_snapshot_is_seen(string change)
    {
        using var fixture = new IndicatorStoreFixture();
        fixture.Keep(1);
        fixture.Execute($"UPDATE indicator_snapshots SET {change}");

        Assert.True(fixture.Store.TryReadSnapshot(fixture.Heads()[0].Id, out var read, out _));

        Assert.False(read!.IsWhole);
    }

    [Fact]
    public void A_snapshot_that_cannot_be_finished_is_not_there_and_the_old_ones_are()
    {
        using var fixture = new IndicatorStoreFixture();
        fixture.Keep([.. Enumerable.Range(1, 10)]);
        var before = fixture.Heads();
        fixture.Execute("CREATE TRIGGER stop AFTER DELETE ON indicator_snapshots BEGIN SELECT RAISE(FAIL, 'stopped'); END");

        var isKept = fixture.Store.TryKeep(IndicatorStoreFixture.Snapshot(11), out var refusal);

        Assert.False(isKept);
        Assert.Contains("cannot keep the snapshot: ", refusal, StringComparison.Ordinal);
        Assert.Equal(before, fixture.Heads());
    }

    [Fact]
    public void A_kill_keeps_what_was_added_and_nothing_of_what_was_not_committed()
    {
        using var fixture = new IndicatorStoreFixture();
        using var copy = new TempFolder();
        fixture.Add(1);
        using var dying = SqliteLink.Open(fixture.Path, readOnly: false, busyMilliseconds: 0);
        dying.Execute("PRAGMA cache_size = 1; BEGIN IMMEDIATE");
        Assert.True(IndicatorTables.Add(dying, IndicatorStoreFixture.Version(2, new string('x', 1_000_000))));

        var path = fixture.CopyTo(copy);

        Assert.True(new FileInfo(path + "-wal").Length > 1_000_000);
        using var store = IndicatorStoreFixture.Open(path, CandleWorld.Simulated);
        Assert.Equal([1], IndicatorStoreFixture.Versions(store));
    }

    [Fact]
    public async Task Two_threads_at_once_lose_nothing()
    {
        using var fixture = new IndicatorStoreFixture();
        using var start = new Barrier(2);

        await Task.WhenAll(InThread(() => Fill(0)), InThread(() => Fill(1)));

        Assert.Equal(Enumerable.Range(0, 60).Reverse(), fixture.Versions());
        Assert.Equal(10, fixture.Heads().Count);
        Assert.Equal(1, fixture.Opened);

        void Fill(int first)
        {
            try
            {
                for (var number = first; number < 60; number += 2) FillOnce(number);
            }
            finally
            {
                start.RemoveParticipant();
            }
        }

        void FillOnce(int number)
        {
            start.SignalAndWait();
            fixture.Add(number);
            fixture.Keep(number);
            fixture.Heads();
        }
    }

    private static Task InThread(Action work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
