using System.Text.Json;
using TradingDesk.Cli.CommandLine;
using TradingDesk.Cli.Verbs;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.Settings;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Cli;

/// <summary>What the doctor says of good and bad surroundings, which it must not change.</summary>
public sealed class DoctorVerbTests
{
    [Fact]
    public void A_fresh_folder_is_well_and_stays_empty()
    {
        using var folder = new TempFolder();

        var run = Doctor(folder);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.EndsWith("Nothing is wrong.", run.Out.TrimEnd(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Every_setting_is_told_with_its_source()
    {
        using var folder = new TempFolder();

        var run = Doctor(folder, ("MARKET_SEED", "42"));

        Assert.All(SettingNames.All, definition => Assert.Contains(definition.Name, run.Out, StringComparison.Ordinal));
        Assert.Matches("MARKET_SEED +42  \\(environment\\)", run.Out);
        Assert.Matches("MARKET_SPEED +1  \\(default\\)", run.Out);
    }

    [Theory]
    [InlineData("MARKET_SPEED", "5000", "MARKET_SPEED=5000 (environment) is not allowed: a whole number from 1 to 1000.")]
    [InlineData("INDICATOR_CONFIGS", "SMA:0", "SMA:0: period must be 1 to 5000")]
    [InlineData("SUBSCRIBE_TOKENS", "RELAINCE", "RELAINCE is not known; near: NSE:RELIANCE")]
    [InlineData("TRADINGDESK_DTA", "x", "no such name; near: TRADINGDESK_DATA")]
    public void A_bad_setting_is_wrong(string name, string value, string expected)
    {
        using var folder = new TempFolder();

        var run = Doctor(folder, (name, value));

        Assert.Equal(1, run.ExitCode);
        var wrong = run.Out.Split('\n').Where(line => line.TrimStart().StartsWith("WRONG", StringComparison.Ordinal));
        Assert.Contains(wrong, line => line.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void A_running_desk_is_named_and_nothing_is_wrong_with_it()
    {
        using var folder = new TempFolder();
        Assert.True(DeskSettings.TryRead(Sources(folder), out var settings, out _));
        Assert.True(DeskFolders.TryOpen(settings!, out var folders, out _));
        using var held = folders;

        var run = Doctor(folder);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"holds the data folder (process {Environment.ProcessId})", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_data_folder_that_cannot_be_is_wrong()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("taken"), "");

        var run = Doctor(folder, ("TRADINGDESK_DATA", folder.File("taken")));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("is a file", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_candle_store_that_is_another_file_is_wrong()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("candles.db"), new string('x', 10_000));

        var run = Doctor(folder, ("SQLITE_PATH", folder.File("candles.db")));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("candles.db cannot be read", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_indicator_store_that_is_another_file_is_wrong()
    {
        using var folder = new TempFolder();
        var simulated = Directory.CreateDirectory(Path.Combine(folder.Path, "simulated"));
        File.WriteAllText(Path.Combine(simulated.FullName, "indicators.db"), new string('x', 10_000));

        var run = Doctor(folder, ("TRADINGDESK_DATA", folder.Path));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("indicators.db cannot be read", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clock_of_another_age_is_a_warning()
    {
        using var folder = new TempFolder();

        var run = Run(folder, new StandingTime(1999));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("the year can hardly be right", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_machine_reads_the_same()
    {
        using var folder = new TempFolder();

        var root = JsonDocument.Parse(Doctor(folder, json: true).Out).RootElement;

        Assert.True(root.GetProperty("good").GetBoolean());
        Assert.Contains(root.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("name").GetString() == "SQLite");
    }

    private static CliRun Doctor(TempFolder folder, params (string, string)[] environment) => Doctor(folder, json: false, environment);

    private static CliRun Doctor(TempFolder folder, bool json, params (string, string)[] environment) =>
        Run(folder, new StandingTime(2026), json, environment);

    private static CliRun Run(TempFolder folder, TimeProvider time, bool json = false, params (string, string)[] environment)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var verb = new DoctorVerb(() => Sources(folder, environment), time);
        var arguments = Arguments.Parse(verb.Description, json ? ["--json"] : []);
        var exitCode = verb.Run(arguments, new Terminal(output, error, IsWatched: false), CancellationToken.None);
        return new CliRun(exitCode, output.ToString(), error.ToString());
    }

    private static SettingSources Sources(TempFolder folder, params (string Name, string Value)[] environment)
    {
        var all = new Dictionary<string, string> { ["TRADINGDESK_DATA"] = folder.Path };
        foreach (var (name, value) in environment) all[name] = value;
        return new SettingSources { Environment = all };
    }

    /// <summary>A clock that stands at the beginning of a year.</summary>
    private sealed class StandingTime(int year) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(year, 1, 1, 0, 0, 0, TimeSpan.Zero);
    }
}
