using System.Globalization;
using System.Text;
using System.Text.Json;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Cli;

/// <summary>Candles from files of ticks, good, odd and broken.</summary>
public sealed class CandlesVerbTests
{
    private const string Header = "time_ms,exchange,token,price,quantity,day_volume\n";

    /// <summary>2026-01-05 09:15 IST, a Monday.</summary>
    private const long Open = 1767584700_000;

    [Fact]
    public void Ticks_become_seconds_minutes_and_the_day()
    {
        using var folder = new TempFolder();
        Write(folder, $"{Open + 100},1,2885,1500.05,10,10\n{Open + 600},1,2885,1500.5525,5,15\n"
            + $"{Open + 59_999},1,2885,1499,1,16\n{Open + 60_000},1,2885,1501,4,20\n");

        var run = Candles(folder, "60,day");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            "time,open,high,low,close,volume,ticks\n"
            + "1767584700,1500.05,1500.5525,1500.05,1500.5525,15,2\n"
            + "1767584759,1499.00,1499.00,1499.00,1499.00,1,1\n"
            + "1767584760,1501.00,1501.00,1501.00,1501.00,4,1\n", Read(folder, "1-2885-1.csv"));
        Assert.Equal(
            "time,open,high,low,close,volume,ticks\n"
            + "1767584700,1500.05,1500.5525,1499.00,1499.00,16,3\n"
            + "1767584760,1501.00,1501.00,1501.00,1501.00,4,1\n", Read(folder, "1-2885-60.csv"));
        Assert.Equal("1767584700,1500.05,1501.00,1499.00,1501.00,20,4", Read(folder, "1-2885-day.csv").Split('\n')[1]);
    }

    [Fact]
    public void A_pause_in_the_file_loses_no_second()
    {
        using var folder = new TempFolder();
        Write(folder, string.Concat(Enumerable.Range(0, 20).Select(i => $"{Open + (i * 7_000)},1,2885,{1_500 + i},1,{i}\n")));

        Candles(folder, "60");

        Assert.Equal([1500, 1509, 1518], Read(folder, "1-2885-60.csv").Split('\n').Skip(1).Where(line => line.Length > 0)
            .Select(line => (int)decimal.Parse(line.Split(',')[1], CultureInfo.InvariantCulture)));
        Assert.Equal([9, 9, 2], TicksOf(Read(folder, "1-2885-60.csv")));
    }

    [Fact]
    public void Rows_that_cannot_be_merged_are_counted_by_reason_and_the_rest_is_written()
    {
        using var folder = new TempFolder();
        Write(folder, $"{Open - 1},1,2885,1500,1,1\n"
            + $"{Open + 5_000},1,2885,1500,1,1\n{Open + 5_000},1,2885,1500,1,1\n"
            + $"{Open + 4_999},1,2885,1500,1,1\n{Open + 4_999},1,3045,900,1,1\n"
            + $"{Open + 5_001},1,2885,0,1,1\n{Open + 5_001},1,2885,-5.25,1,1\n"
            + $"{Open + (10 * 3_600_000)},1,2885,1500,1,1\n");

        var run = Candles(folder, "60", "--json");

        Assert.Equal(0, run.ExitCode);
        var skipped = JsonDocument.Parse(run.Out).RootElement.GetProperty("skipped");
        Assert.Equal(2, skipped.GetProperty("outOfOrder").GetInt64());
        Assert.Equal(1, skipped.GetProperty("duplicate").GetInt64());
        Assert.Equal(2, skipped.GetProperty("nonPositivePrice").GetInt64());
        Assert.Equal(2, skipped.GetProperty("outOfSession").GetInt64());
        Assert.Equal([1], TicksOf(Read(folder, "1-2885-60.csv")));
        Assert.False(File.Exists(folder.File("out", "1-3045-60.csv")));
    }

    [Fact]
    public void Within_a_second_the_order_of_rows_does_not_matter()
    {
        using var folder = new TempFolder();
        Write(folder, $"{Open + 600},1,2885,1501,1,2\n{Open + 100},1,2885,1500,1,1\n{Open + 900},1,2885,1502,1,3\n");

        Candles(folder, "60");

        Assert.Equal("1767584700,1500.00,1502.00,1500.00,1502.00,3,3", Read(folder, "1-2885-1.csv").Split('\n')[1]);
    }

    [Fact]
    public void Candles_that_the_file_cuts_short_are_written_and_told()
    {
        using var folder = new TempFolder();
        Write(folder, $"{Open + 100},1,2885,1500,1,1\n{Open + 59_100},1,2885,1500,2,3\n");

        var run = Candles(folder, "60,300,day", "--json");

        Assert.Equal(2, JsonDocument.Parse(run.Out).RootElement.GetProperty("cutShort").GetInt64());
        Assert.Equal([2], TicksOf(Read(folder, "1-2885-300.csv")));
    }

    [Fact]
    public void The_calendar_says_which_ticks_are_in_session()
    {
        using var folder = new TempFolder();
        Write(folder, $"{Open - 3_600_000},1,2885,1500,1,1\n");

        Assert.Contains("1 out of session", Candles(folder, "60").Out, StringComparison.Ordinal);
        Assert.Contains("0 out of session", Candles(folder, "60", "--calendar", "always-open").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Quantities_make_the_volume_where_no_day_volume_is_given()
    {
        using var folder = new TempFolder();
        Write(folder, $"{Open + 100},1,2885,1500,7,\n{Open + 200},1,2885,1500,8,\n");

        Candles(folder, "60");

        Assert.Equal("1767584700,1500.00,1500.00,1500.00,1500.00,15,2", Read(folder, "1-2885-60.csv").Split('\n')[1]);
    }

    [Theory]
    [InlineData("\uFEFFtime_ms,exchange,token,price,quantity,day_volume\r\n{0},1,2885,1500,1,1\r\n\r\n\r\n")]
    [InlineData("time_ms,exchange,token,price,quantity,day_volume\r{0},1,2885,1500,1,1")]
    [InlineData("\"time_ms\",\"exchange\",\"token\",\"price\",\"quantity\",day_volume\n\"{0}\",\"1\",\"2885\",\"1500\",\"1\",\"1\"\n\n")]
    [InlineData("token,Exchange, price ,note,TIME_MS,quantity,day_volume\n2885,1, 1500 ,\"a, \"\"b\"\"\",{0},1,1\n")]
    public void Files_of_other_programs_are_read(string text)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("ticks.csv"), string.Format(CultureInfo.InvariantCulture, text, Open));

        var run = Candles(folder, "60");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal("1767584700,1500.00,1500.00,1500.00,1500.00,1,1", Read(folder, "1-2885-60.csv").Split('\n')[1]);
    }

    [Theory]
    [InlineData("abc,1,2885,1500,1,1", "line 3, column 1 (time_ms): 'abc' stands there")]
    [InlineData("1767584700,1,2885,1500,1,1", "line 3, column 1 (time_ms): '1767584700' stands there")]
    [InlineData("17675847000000000,1,2885,1500,1,1", "line 3, column 1 (time_ms)")]
    [InlineData("1767584700100,6,2885,1500,1,1", "line 3, column 2 (exchange): '6' stands there, 1 NSE, 2 NFO")]
    [InlineData("1767584700100,999,2885,1500,1,1", "line 3, column 2 (exchange)")]
    [InlineData("1767584700100,1,0,1500,1,1", "line 3, column 3 (token)")]
    [InlineData("1767584700100,1,99999999999,1500,1,1", "line 3, column 3 (token)")]
    [InlineData("1767584700100,1,2885,1e3,1,1", "line 3, column 4 (price): '1e3' stands there")]
    [InlineData("1767584700100,1,2885,1500.12345,1,1", "line 3, column 4 (price)")]
    [InlineData("1767584700100,1,2885,99999999999999999999999999999999999,1,1", "line 3, column 4 (price)")]
    [InlineData("1767584700100,1,2885,=1+1,1,1", "line 3, column 4 (price)")]
    [InlineData("1767584700100,1,2885,,1,1", "line 3, column 4 (price): nothing stands there")]
    [InlineData("1767584700100,1,2885,1500,-1,1", "line 3, column 5 (quantity)")]
    [InlineData("1767584700100,1,2885,1500,1,1.5", "line 3, column 6 (day_volume)")]
    [InlineData("1767584700100,1,2885,1500,1,9999999999999999", "line 3, column 6 (day_volume)")]
    [InlineData("1767584700100,1,2885,1500,1", "line 3, column 6 (day_volume): the row has 5 cells, the header 6")]
    [InlineData("1767584700100,1,2885,\"1,500\",1,1", "line 3, column 4 (price)")]
    [InlineData("1767584700100,1,2885,1,500,1,1", "line 3, column 7: the row has 7 cells, the header 6")]
    [InlineData("1767584700100,1,\"2885,1500,1,1", "line 3, column 2 (exchange): a quote is opened and never closed")]
    public void A_malformed_row_is_named_and_nothing_is_written(string row, string expected)
    {
        using var folder = new TempFolder();
        Write(folder, $"{Open + 100},1,2885,1500,1,1\n{row}\n{Open + 300},1,2885,1500,1,1\n");

        var run = Candles(folder, "60");

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.StartsWith($"ticks.csv, {expected}", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("out")));
    }

    [Theory]
    [InlineData("", "line 1, column 1: the file is empty")]
    [InlineData("\n\n", "line 1, column 1: the file is empty")]
    [InlineData("time,exchange,token,price,quantity,day_volume\n", "line 1, column 1 (time): the header lacks time_ms")]
    [InlineData("time_ms,exchange,token,price,price,quantity,day_volume\n", "line 1, column 5 (price): the header names price twice")]
    [InlineData("time_ms;exchange;token;price;quantity;day_volume\n", "line 1, column 1 (time_ms;exchange")]
    public void A_wrong_header_is_named(string text, string expected)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("ticks.csv"), text);

        var run = Candles(folder, "60");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"ticks.csv, {expected}", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("out")));
    }

    [Fact]
    public void A_file_that_is_no_text_is_refused()
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder.File("ticks.csv"), Enumerable.Range(0, 200_000).Select(i => (byte)(i % 251)).ToArray());

        Assert.Equal(2, Candles(folder, "60").ExitCode);
    }

    [Fact]
    public void A_file_of_another_encoding_is_read_by_its_mark()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("ticks.csv"), $"{Header}{Open},1,2885,1500,1,1\n", Encoding.Unicode);

        Assert.Equal(0, Candles(folder, "60").ExitCode);
    }

    [Theory]
    [InlineData("0", "--tf: '0' cannot be")]
    [InlineData("7", "--tf: '7' cannot be")]
    [InlineData("60,61,abc", "--tf: '61', 'abc' cannot be")]
    [InlineData("23400", "--tf: '23400' (longer than a session) cannot be")]
    [InlineData("60,", "--tf: '' cannot be")]
    [InlineData("2,3,4,5,6,10,12,15,20,30,60,120,180,240,300,360,420,480", "--tf: at most 16 timeframes")]
    public void Timeframes_that_cannot_be_are_named(string timeframes, string expected)
    {
        using var folder = new TempFolder();
        Write(folder, "");

        var run = Candles(folder, timeframes);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_and_folders_in_the_wrong_place_are_told()
    {
        using var folder = new TempFolder();
        Write(folder, "");

        Assert.Equal(2, CliRun.Of("candles", "--in", folder.File("none.csv"), "--tf", "60", "--out", folder.File("out")).ExitCode);
        Assert.Equal(2, CliRun.Of("candles", "--in", folder.Path, "--tf", "60", "--out", folder.File("out")).ExitCode);
        Assert.Equal(2, CliRun.Of("candles", "--in", folder.File("ticks.csv"), "--tf", "60", "--out", folder.File("ticks.csv")).ExitCode);
    }

    [Fact]
    public void Candles_of_an_earlier_run_are_replaced_and_other_files_stay()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.File("out"));
        File.WriteAllText(folder.File("out", "1-2885-60.csv"), "old");
        File.WriteAllText(folder.File("out", "mine.txt"), "mine");
        Write(folder, $"{Open},1,2885,1500,1,1\n");

        Candles(folder, "60");

        var there = Directory.EnumerateFileSystemEntries(folder.File("out")).Select(Path.GetFileName).Order();
        Assert.Equal(["1-2885-1.csv", "1-2885-60.csv", "mine.txt"], there);
        Assert.StartsWith("time,", Read(folder, "1-2885-60.csv"), StringComparison.Ordinal);
    }

    private static void Write(TempFolder folder, string rows) => File.WriteAllText(folder.File("ticks.csv"), Header + rows);

    private static CliRun Candles(TempFolder folder, string timeframes, params string[] more) =>
        CliRun.Of(["candles", "--in", folder.File("ticks.csv"), "--tf", timeframes, "--out", folder.File("out"), .. more]);

    private static string Read(TempFolder folder, string name) => File.ReadAllText(folder.File("out", name));

    private static IEnumerable<int> TicksOf(string candles) =>
        candles.Split('\n').Skip(1).Where(line => line.Length > 0)
            .Select(line => int.Parse(line.Split(',')[6], CultureInfo.InvariantCulture));
}
