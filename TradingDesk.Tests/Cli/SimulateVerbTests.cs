using System.Globalization;
using System.Text.Json;
using TradingDesk.Engine.Feeds;
using TradingDesk.Engine.Feeds.Simulated;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Cli;

/// <summary>Files of simulated ticks, and what the other verbs make of them.</summary>
public sealed class SimulateVerbTests
{
    private const ulong Seed = 20_260_105;

    /// <summary>2026-01-05 09:15 IST, where the verb begins by itself.</summary>
    private static readonly Instant _open = Instant.FromUnixSeconds(1_767_584_700);

    [Fact]
    public void The_same_arguments_give_the_same_bytes_and_another_seed_others()
    {
        using var folder = new TempFolder();

        Simulate(folder.File("one.csv"), 20, Seed);
        Simulate(folder.File("two.csv"), 20, Seed);
        Simulate(folder.File("other.csv"), 20, Seed + 1);

        Assert.Equal(File.ReadAllBytes(folder.File("one.csv")), File.ReadAllBytes(folder.File("two.csv")));
        Assert.NotEqual(File.ReadAllBytes(folder.File("one.csv")), File.ReadAllBytes(folder.File("other.csv")));
    }

    [Fact]
    public void A_span_may_be_written_in_two_pieces()
    {
        using var folder = new TempFolder();

        Simulate(folder.File("whole.csv"), 20, Seed);
        Simulate(folder.File("first.csv"), 10, Seed);
        Simulate(folder.File("second.csv"), 10, Seed, "--start", "2026-01-05T09:15:10");

        var pieces = File.ReadAllLines(folder.File("first.csv")).Concat(File.ReadAllLines(folder.File("second.csv")).Skip(1));
        Assert.Equal(File.ReadAllLines(folder.File("whole.csv")), pieces);
    }

    [Fact]
    public void Its_candles_are_those_the_market_says_it_made()
    {
        using var folder = new TempFolder();
        var instruments = SimulatedInstruments.Make(Seed, ListedInstruments.Read().Instruments, TestCalendars.Weekdays, _open);
        var market = new SimulatedMarket(Seed, instruments, TestCalendars.Weekdays);

        Simulate(folder.File("ticks.csv"), 240, Seed);
        var run = CliRun.Of("candles", "--in", folder.File("ticks.csv"), "--tf", "60", "--out", folder.File("out"), "--json");

        Assert.Equal(0, JsonDocument.Parse(run.Out).RootElement.GetProperty("skipped").GetProperty("sum").GetInt64());
        Assert.Equal(0, JsonDocument.Parse(run.Out).RootElement.GetProperty("cutShort").GetInt64());
        foreach (var instrument in instruments.All)
        {
            for (var minute = 0; minute < 4; minute++)
                Assert.Equal(Line(market.MinuteOf(instrument.Id, _open.PlusSeconds(minute * 60))), Written(folder, instrument, minute));
        }
    }

    [Fact]
    public void Ticks_become_candles_and_candles_values()
    {
        using var folder = new TempFolder();

        Simulate(folder.File("ticks.csv"), 300, Seed, "--instruments", "RELIANCE");
        var candles = CliRun.Of("candles", "--in", folder.File("ticks.csv"), "--tf", "60", "--out", folder.File("out"));
        var minutes = folder.File("out", "1-2885-60.csv");
        var values = CliRun.Of("indicators", "--spec", "SMA:3", "--in", minutes, "--out", folder.File("values.csv"));

        Assert.Equal((0, 0), (candles.ExitCode, values.ExitCode));
        var closes = File.ReadLines(minutes).Skip(1)
            .Select(line => double.Parse(line.Split(',')[4], CultureInfo.InvariantCulture)).ToArray();
        var last = File.ReadLines(folder.File("values.csv")).Last().Split(',');
        Assert.Equal((closes[2] + closes[3] + closes[4]) / 3, double.Parse(last[1], CultureInfo.InvariantCulture), 1e-9);
        Assert.Equal(5, closes.Length);
    }

    [Fact]
    public void Outside_the_sessions_there_are_no_ticks_and_the_verb_says_so()
    {
        using var folder = new TempFolder();

        var closed = Simulate(folder.File("sunday.csv"), 5, Seed, "--start", "2026-01-04T12:00");
        var open = Simulate(folder.File("always.csv"), 5, Seed, "--start", "2026-01-04T12:00", "--calendar", "always-open");

        Assert.Equal("time_ms,exchange,token,price,quantity,day_volume\n", File.ReadAllText(folder.File("sunday.csv")));
        Assert.Contains("no session in this time", closed.Out, StringComparison.Ordinal);
        Assert.True(File.ReadLines(folder.File("always.csv")).Count() > 1);
        Assert.Contains("SIMULATED", open.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--seconds '0' cannot be", "--seconds", "0", "--seed", "1")]
    [InlineData("--seconds 'ten' cannot be", "--seconds", "ten", "--seed", "1")]
    [InlineData("--seconds '99999999999999999999' cannot be", "--seconds", "99999999999999999999", "--seed", "1")]
    [InlineData("--seed '-1' cannot be", "--seconds", "1", "--seed", "-1")]
    [InlineData("--start 'soon' cannot be", "--seconds", "1", "--seed", "1", "--start", "soon")]
    [InlineData("--calendar 'lunar' is not known", "--seconds", "1", "--seed", "1", "--calendar", "lunar")]
    [InlineData("--instruments, entry 2 of 2: RELAINCE is not known; near:",
        "--seconds", "1", "--seed", "1", "--instruments", "TCS,RELAINCE")]
    [InlineData("/dev/null is a device", "--seconds", "1", "--seed", "1", "--out", "/dev/null")]
    [InlineData("simulate needs --seconds N, --seed S.")]
    public void What_cannot_be_is_named_and_nothing_is_written(string expected, params string[] words)
    {
        using var folder = new TempFolder();

        var run = CliRun.Of(["simulate", .. words, .. words.Contains("--out") ? [] : new[] { "--out", folder.File("ticks.csv") }]);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith(expected, run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    private static CliRun Simulate(string path, int seconds, ulong seed, params string[] more)
    {
        var run = CliRun.Of(["simulate", "--seconds", Text(seconds), "--seed", Text((long)seed), "--out", path, .. more]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return run;
    }

    private static string? Written(TempFolder folder, Instrument instrument, int minute)
    {
        var start = Text(_open.PlusSeconds(minute * 60).UnixSeconds);
        var path = folder.File("out", $"{Text((int)instrument.Segment)}-{Text(instrument.Token)}-60.csv");
        return File.ReadLines(path).FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal));
    }

    private static string? Line(in Candle candle) => candle.IsEmpty
        ? null
        : string.Create(CultureInfo.InvariantCulture,
            $"{candle.Start.UnixSeconds},{candle.Open},{candle.High},{candle.Low},{candle.Close},{candle.Volume},{candle.Ticks}");

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
