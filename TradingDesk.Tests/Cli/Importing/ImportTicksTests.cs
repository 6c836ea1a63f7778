using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Cli.Importing;

/// <summary>Ticks become the seconds and minutes that the engine builds of them, in the store of the market that is named.</summary>
public sealed class ImportTicksTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Data => _folder.File("data");

    private string Ticks => _folder.File("ticks.csv");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_stored_is_what_the_candles_verb_makes()
    {
        Simulate();

        var run = CliRun.Of("import", "ticks", Ticks, "--world", "simulated", "--data", Data);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("600 seconds and 10 minutes were built", run.Out, StringComparison.Ordinal);
        Assert.Contains("revision 1", run.Out, StringComparison.Ordinal);
        CliRun.Of("candles", "--in", Ticks, "--tf", "60", "--calendar", "always-open", "--out", _folder.File("made"));
        var made = Rows(File.ReadAllText(_folder.File("made/1-2885-60.csv")));
        var stored = Rows(CliRun.Of("export", "candles", "--instrument", "RELIANCE", "--world", "simulated", "--data", Data).Out);
        Assert.Equal(made.Take(5), stored);
    }

    [Fact]
    public void The_same_ticks_twice_are_imported_once()
    {
        Simulate();
        CliRun.Of("import", "ticks", Ticks, "--world", "simulated", "--data", Data);

        var again = CliRun.Of("import", "ticks", Ticks, "--world", "simulated", "--data", Data);

        Assert.Contains("610 already there", again.Out, StringComparison.Ordinal);
        Assert.Contains("nothing changed: no revision", again.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_name_of_their_market_ticks_are_refused()
    {
        Simulate();

        var run = CliRun.Of("import", "ticks", Ticks, "--data", Data);

        Assert.Equal(2, run.ExitCode);
        const string Said = "A file of ticks does not say which market's they are: write --world simulated";
        Assert.StartsWith(Said, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public void A_file_that_is_not_in_the_order_of_time_is_refused_for_its_candles_would_be_parts()
    {
        Simulate();
        var lines = File.ReadAllLines(Ticks);
        File.WriteAllLines(Ticks, [lines[0], .. lines.Skip(1).OrderBy(line => line.Split(',')[2], StringComparer.Ordinal)]);

        var run = CliRun.Of("import", "ticks", Ticks, "--world", "simulated", "--data", Data);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Matches("ticks.csv: [0-9,]+ of its [0-9,]+ ticks come after their second is over", run.Error);
        Assert.False(File.Exists(Path.Combine(Data, "simulated", "candles.db")));
    }

    [Fact]
    public void A_tick_of_the_future_ends_no_candle_before_its_time()
    {
        Simulate();
        var lines = File.ReadAllLines(Ticks);
        var cells = lines[^9].Split(',');
        cells[0] = "4090000000000";
        lines[^9] = string.Join(',', cells);
        File.WriteAllLines(Ticks, lines);

        var run = CliRun.Of("import", "ticks", Ticks, "--world", "simulated", "--data", Data);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains($"line {lines.Length - 8}, column 1 (time_ms)", run.Error, StringComparison.Ordinal);
        Assert.Contains("a time that is not to come is needed", run.Error, StringComparison.Ordinal);
    }

    private void Simulate() => Assert.Equal(0, CliRun.Of("simulate", "--seconds", "300", "--seed", "1", "--instruments",
        "NIFTY,RELIANCE", "--start", "2026-01-05T09:20", "--out", Ticks).ExitCode);

    /// <summary>The rows without their header and the form of their time.</summary>
    private static IEnumerable<string> Rows(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row[row.IndexOf(',', StringComparison.Ordinal)..]);
}
