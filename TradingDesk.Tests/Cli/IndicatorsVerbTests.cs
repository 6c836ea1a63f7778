using System.Globalization;
using TradingDesk.Engine.Indicators.Catalogue;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Cli;

/// <summary>Indicators over files of candles, good, odd and broken.</summary>
public sealed class IndicatorsVerbTests
{
    private const string Header = "time,open,high,low,close,volume\n";

    [Fact]
    public void Every_code_of_the_catalogue_computes_with_its_defaults()
    {
        using var folder = new TempFolder();
        var rows = Enumerable.Range(0, 300).Select(minute =>
            $"{1_767_584_700 + (60 * minute)},{100 + (minute % 7)},109,99,{101 + (minute % 5)},10");
        File.WriteAllLines(folder.File("candles.csv"), rows.Prepend("time,open,high,low,close,volume"));

        var run = Indicators(folder, string.Join(',', IndicatorCatalog.All.Select(known => known.Code)));

        Assert.Equal(0, run.ExitCode);
        var values = File.ReadAllLines(folder.File("values.csv"));
        Assert.Equal(1 + IndicatorCatalog.All.Sum(known => known.Outputs.Count), values[0].Split(',').Length);
        Assert.All(values[^1].Split(','), value => Assert.NotEmpty(value));
    }

    [Fact]
    public void Values_stand_beside_the_time_as_it_was_written_and_are_empty_until_ready()
    {
        using var folder = new TempFolder();
        Write(folder, Header + "2026-01-05T09:15:00+05:30,1,3,1,1,5\n2026-01-05T09:16,1,3,1,2,5\n1767584820,1,3,1,2,0\n");

        var run = Indicators(folder, "sma:3, EMA:2,SUPERTREND:2:3");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var lines = File.ReadAllLines(folder.File("values.csv"));
        Assert.Equal("time,SMA:3,EMA:2,SUPERTREND:2:3.value,SUPERTREND:2:3.direction", lines[0]);
        Assert.Equal("2026-01-05T09:15:00+05:30,,,,", lines[1]);
        Assert.StartsWith("2026-01-05T09:16,,1.5,", lines[2], StringComparison.Ordinal);
        Assert.StartsWith($"1767584820,{(5.0 / 3).ToString("R", CultureInfo.InvariantCulture)},", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_may_stand_in_any_order_and_others_are_left_aside()
    {
        using var folder = new TempFolder();
        Write(folder, "\uFEFFclose,Volume,ticks,low,high,open,TIME\r\n7,1,9,1,8,2,1767584700\r\n\r\n");

        Indicators(folder, "SMA:1");

        Assert.Equal("1767584700,7", File.ReadAllLines(folder.File("values.csv"))[1]);
    }

    [Fact]
    public void Candles_out_of_order_and_of_the_same_time_are_left_out_and_counted()
    {
        using var folder = new TempFolder();
        Write(folder, Header + "1767584760,1,1,1,1,1\n2026-01-05T03:46:00Z,1,9,1,9,1\n1767584700,1,9,1,9,1\n1767584820,3,3,3,3,1\n");

        var run = Indicators(folder, "SMA:2");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("skipped 2: 1 out of order, 1 duplicate", run.Out, StringComparison.Ordinal);
        Assert.Equal(["time,SMA:2", "1767584760,", "1767584820,2"], File.ReadAllLines(folder.File("values.csv")));
    }

    [Fact]
    public void A_file_without_candles_makes_a_file_without_values()
    {
        using var folder = new TempFolder();
        Write(folder, Header);

        Assert.Equal(0, Indicators(folder, "SMA:2").ExitCode);
        Assert.Equal("time,SMA:2\n", File.ReadAllText(folder.File("values.csv")));
    }

    [Theory]
    [InlineData("soon,1,1,1,1,1", "line 3, column 1 (time): 'soon' stands there")]
    [InlineData("46027.38,1,1,1,1,1", "line 3, column 1 (time)")]
    [InlineData("1767584760000,1,1,1,1,1", "line 3, column 1 (time)")]
    [InlineData("1767584760,1,1,2,1,1", "line 3, column 3 (high): the high 1 is below the low 2")]
    [InlineData("1767584760,NaN,1,1,1,1", "line 3, column 2 (open): 'NaN' stands there")]
    [InlineData("1767584760,1,1,1,Infinity,1", "line 3, column 5 (close)")]
    [InlineData("1767584760,1,1,1,1e308,1", "line 3, column 5 (close)")]
    [InlineData("1767584760,1,1,1,,1", "line 3, column 5 (close): nothing stands there")]
    [InlineData("1767584760,1,1,1,1,-1", "line 3, column 6 (volume)")]
    [InlineData("1767584760,1,1,1,1", "line 3, column 6 (volume): the row has 5 cells, the header 6")]
    [InlineData("1767584760,1,1,1,\"1,0\",1", "line 3, column 5 (close)")]
    public void A_malformed_row_is_named_and_what_was_there_stays(string row, string expected)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("values.csv"), "before");
        Write(folder, $"{Header}1767584700,1,1,1,1,1\n{row}\n1767584820,1,1,1,1,1\n");

        var run = Indicators(folder, "SMA:2");

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.StartsWith($"candles.csv, {expected}", run.Error, StringComparison.Ordinal);
        Assert.Equal("before", File.ReadAllText(folder.File("values.csv")));
        Assert.Equal(2, Directory.EnumerateFileSystemEntries(folder.Path).Count());
    }

    [Theory]
    [InlineData("SMA:0", "--spec: SMA:0: period must be 1 to 5000.")]
    [InlineData("SMA:9,FOO:3,RSI:1", "--spec: FOO:3: unknown indicator", "--spec: RSI:1: period must be 2 to 5000.")]
    [InlineData("SMA:9,SMA:9", "--spec: SMA:9: stands in the list already.")]
    [InlineData("SMA:9:9", "--spec: SMA:9:9: 2 parameters given")]
    [InlineData("SMA:9,", "--spec: an entry is empty")]
    public void Every_bad_entry_of_the_list_is_named(string spec, params string[] expected)
    {
        using var folder = new TempFolder();
        Write(folder, Header);

        var run = Indicators(folder, spec);

        Assert.Equal(2, run.ExitCode);
        var sentences = run.Error.TrimEnd().Split('\n');
        Assert.Equal(expected.Length, sentences.Length);
        Assert.All(sentences.Zip(expected), pair => Assert.StartsWith(pair.Second, pair.First, StringComparison.Ordinal));
        Assert.False(File.Exists(folder.File("values.csv")));
    }

    [Fact]
    public void Files_in_the_wrong_place_are_told()
    {
        using var folder = new TempFolder();
        Write(folder, Header);
        var input = folder.File("candles.csv");

        Assert.Equal(2, CliRun.Of("indicators", "--in", folder.File("none.csv"), "--out", folder.File("values.csv")).ExitCode);
        Assert.Equal(2, CliRun.Of("indicators", "--in", input, "--out", input).ExitCode);
        Assert.Equal(2, CliRun.Of("indicators", "--in", input, "--out", folder.Path).ExitCode);
        Assert.Equal(2, CliRun.Of("indicators", "--in", input, "--out", folder.File("none", "values.csv")).ExitCode);
        Assert.Equal(Header, File.ReadAllText(input));
    }

    private static void Write(TempFolder folder, string text) => File.WriteAllText(folder.File("candles.csv"), text);

    private static CliRun Indicators(TempFolder folder, string spec) =>
        CliRun.Of("indicators", "--spec", spec, "--in", folder.File("candles.csv"), "--out", folder.File("values.csv"));
}
