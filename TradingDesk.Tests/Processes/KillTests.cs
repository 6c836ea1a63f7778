using System.Globalization;
using Microsoft.Data.Sqlite;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Processes;

/// <summary>A desk that is killed without a warning, and what the next start makes of it.</summary>
[Collection(ProcessCollection.Name), Trait("Speed", "Slow")]
public sealed class KillTests
{
    private const int Reliance = 2885;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    /// <summary>The writer's 200 ms, and what a busy machine may keep its thread waiting.</summary>
    private static readonly TimeSpan _unflushed = TimeSpan.FromMilliseconds(200 + 1_000);

    [Fact]
    public async Task A_kill_costs_the_last_moments_of_candles_and_nothing_else()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var folder = new TempFolder();
        var left = new StoppedDesk(folder.File("data"));

        var began = Instant.From(DateTimeOffset.UtcNow).UnixSeconds;
        for (var kills = LongRun.IsWanted ? 20 : 3; kills > 0; kills--)
        {
            await RunAndKillAsync(folder.File("data"), random.Next(1_000, 6_000));
            AssertTapeIdentical(left);
            AssertOnlyLastMomentsMissing(left);
        }

        await RunAndKillAsync(folder.File("data"), 2_000);
        AssertTapeIdentical(left);
        AssertNoMinuteMissing(left.Minutes(Segment.Nse, Reliance, began - 3_600));
    }

    [Fact]
    public async Task A_kill_in_the_middle_of_a_start_does_no_harm()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        using var folder = new TempFolder();
        await using (var interrupted = DeskProcess.LaunchOn(folder.File("data")))
        {
            await Patience.UntilAsync(() => File.Exists(new StoppedDesk(folder.File("data")).CandleFile), _patience, "the store was made");
            await Task.Delay(new Random(seed).Next(1_500));
            await interrupted.KillAsync();
        }

        await RunAndKillAsync(folder.File("data"), 0);

        var left = new StoppedDesk(folder.File("data"));
        AssertTapeIdentical(left);
        var minutes = left.Minutes(Segment.Nse, Reliance, 0);
        AssertNoMinuteMissing(minutes);
        Assert.InRange(minutes.Count, 1_440, 2 * 1_440);
    }

    [Fact]
    public async Task A_restart_fills_the_minutes_it_was_away_and_flags_them()
    {
        using var folder = new TempFolder();
        var left = new StoppedDesk(folder.File("data"));
        await RunAndKillAsync(folder.File("data"), 0);
        var away = Instant.From(DateTimeOffset.UtcNow).UnixSeconds - 900;
        Forget(left.CandleFile, away);

        await RunAndKillAsync(folder.File("data"), 0);

        AssertTapeIdentical(left);
        var minutes = left.Minutes(Segment.Nse, Reliance, away - 3_600);
        AssertNoMinuteMissing(minutes);
        var filled = minutes.Where(minute => minute.Start.UnixSeconds >= away && minute.End.UnixSeconds <= away + 900).ToList();
        Assert.InRange(filled.Count, 14, 15);
        Assert.All(filled, minute => Assert.True(minute.Quality.HasFlag(CandleQuality.Filled), $"{minute.Start} is not flagged."));
    }

    /// <summary>Starts a desk at speed 20 and kills it a while after it has stored a minute of its own.</summary>
    private static async Task RunAndKillAsync(string data, int milliseconds)
    {
        var left = new StoppedDesk(data);
        var before = left.NewestLiveMinute();
        await using var desk = DeskProcess.LaunchOn(data, "--MARKET_SPEED", "20");
        await desk.ListeningAsync();
        await Patience.UntilAsync(() => left.NewestLiveMinute() > before, _patience, "a minute was built from ticks");
        await Task.Delay(milliseconds); // The moment of the kill is the experiment; nothing is waited for.
        await desk.KillAsync();
    }

    private static void AssertTapeIdentical(StoppedDesk left)
    {
        var check = left.Rerun();
        Assert.True(check.Identical, check.Difference);
        Assert.All(check.Remarks, remark => Assert.Contains("cut off while it was written", remark, StringComparison.Ordinal));
    }

    private static void AssertOnlyLastMomentsMissing(StoppedDesk left)
    {
        var (closed, lastNanos) = left.ReadLastRun();
        var flushed = closed.Where(candle => candle.MonotonicNanos < lastNanos - (long)_unflushed.TotalNanoseconds).ToList();
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{closed.Count} candles on the tape, {left.Missing(closed).Count} not in the store"));

        Assert.NotEmpty(flushed);
        Assert.Empty(left.Missing(flushed));
    }

    private static void AssertNoMinuteMissing(IReadOnlyList<Candle> minutes)
    {
        Assert.NotEmpty(minutes);
        Assert.All(minutes.Zip(minutes.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
    }

    /// <summary>Takes the newest candles out of a store, as if the desk had been away since.</summary>
    private static void Forget(string file, long fromSecond)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture,
            $"""
            DELETE FROM candles_hot WHERE ts >= {fromSecond};
            DELETE FROM candles_1s WHERE ts >= {fromSecond};
            DELETE FROM candles_tf WHERE ts >= {fromSecond};
            """);
        Assert.True(command.ExecuteNonQuery() > 1_000);
    }
}
