using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Processes;

/// <summary>A desk that is asked to end, and what a start finds after it.</summary>
[Collection(ProcessCollection.Name), Trait("Speed", "Slow")]
public sealed class DrainTests
{
    private static readonly string[] _names = ["at", "level", "from", "message"];

    private static readonly TimeSpan _endsWithin = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Asked_to_end_the_desk_drains_folds_and_seals()
    {
        using var folder = new TempFolder();
        await using var desk = DeskProcess.LaunchOn(folder.File("data"), "--MARKET_SPEED", "20");
        await desk.ListeningAsync();
        var left = new StoppedDesk(desk.DataFolder);
        await Patience.UntilAsync(() => left.NewestLiveMinute() > 0, TimeSpan.FromSeconds(60), "a minute was built from ticks");

        var watch = Stopwatch.StartNew();
        desk.Send(ProcessSignal.Terminate);
        var exitCode = await desk.ExitCodeAsync();

        Assert.Equal(0, exitCode);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, _endsWithin);
        Assert.False(File.Exists(left.CandleFile + "-wal"), "The write-ahead log was not folded into the candle file.");
        var check = left.Rerun();
        Assert.True(check.Identical, check.Difference);
        Assert.Empty(check.Remarks);
        var (closed, _) = left.ReadLastRun();
        Assert.Contains(closed, candle => candle.Candle.Seconds == 60);
        Assert.Empty(left.Missing(closed));
        AssertLog(left);
    }

    [Fact]
    public async Task A_first_start_fills_its_history_and_a_second_only_the_gap()
    {
        using var folder = new TempFolder();
        var data = folder.File("data");

        var first = await StartAndEndAsync(data);
        var second = await StartAndEndAsync(data);

        TestContext.Current.SendDiagnosticMessage($"First start: {first.Sentence} Second start: {second.Sentence}");
        Assert.InRange(first.Rows, 100_000, 1_000_000);
        Assert.InRange(second.Rows, 0, first.Rows / 5);
        if (LongRun.IsWanted) Assert.InRange(first.Milliseconds, 0, 5_000);
    }

    private static void AssertLog(StoppedDesk left)
    {
        var log = left.Log();
        Assert.All(log, line => Assert.All(_names, name => Assert.NotEmpty(line.GetProperty(name).GetString()!)));
        Assert.Contains(log, line => MessageOf(line).Contains("simulated candles were filled", StringComparison.Ordinal));
        Assert.Contains(log, line => MessageOf(line).Contains("shutting down", StringComparison.Ordinal));
        Assert.DoesNotContain(log, line => line.GetProperty("level").GetString() is "error" or "critical");
    }

    private static async Task<(long Rows, double Milliseconds, string Sentence)> StartAndEndAsync(string data)
    {
        await using var desk = DeskProcess.LaunchOn(data);
        await desk.FilledAsync();
        desk.Send(ProcessSignal.Terminate);
        Assert.Equal(0, await desk.ExitCodeAsync());
        var sentence = new StoppedDesk(data).Log().Select(MessageOf)
            .Last(message => message.Contains("were filled", StringComparison.Ordinal));
        var words = sentence.Split(' ');
        return (long.Parse(words[0], CultureInfo.InvariantCulture), double.Parse(words[^2], CultureInfo.InvariantCulture), sentence);
    }

    private static string MessageOf(JsonElement line) => line.GetProperty("message").GetString()!;
}
