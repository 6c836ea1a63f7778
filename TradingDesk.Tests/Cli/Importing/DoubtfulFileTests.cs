using System.Globalization;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Cli.Importing;

/// <summary>Files whose rows are well formed and would make wrong candles: another span, another label, another zone.</summary>
public sealed class DoubtfulFileTests : IDisposable
{
    private const int Nifty = 99_926_000;
    private const int Open = (9 * 60) + 15;
    private const int Close = (15 * 60) + 30;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Rows_at_both_edges_of_the_session_are_not_taken_until_somebody_says_which_label_they_have()
    {
        var file = Vendor("starts.txt", Minutes(Open, Close).Select(Stamp));

        var untold = Import(file);
        var told = Import(file, "--label", "start");

        Assert.Equal((2, ""), (untold.ExitCode, untold.Out));
        Assert.Contains("1 of 1 days have a row labelled by the very open of the session, and 1 by its other edge", untold.Error,
            StringComparison.Ordinal);
        Assert.EndsWith("Say which with --label." + Environment.NewLine, untold.Error, StringComparison.Ordinal);
        Assert.Contains("375 added", told.Out, StringComparison.Ordinal);
        Assert.Contains("1 after the session: line 376 2022-09-01 15:30:00", told.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Minutes_that_are_stamped_by_their_last_second_are_no_seconds()
    {
        var run = Import(Vendor("last-second.txt", Minutes(Open, Close - 1).Select(minute => $"{Stamp(minute)}:59")));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("375 rows of minutes", run.Out, StringComparison.Ordinal);
        Assert.Contains("line 2: it does not stand on a minute of the session", run.Out, StringComparison.Ordinal);
        Assert.Empty(Stored(1));
    }

    [Fact]
    public void A_stray_row_does_not_make_seconds_of_minutes()
    {
        var rows = Minutes(Open + 1, Close).Select(minute => $"{Stamp(minute)}:00").Append("15:31:17");

        var run = Import(Vendor("stray.txt", rows));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("376 rows of minutes", run.Out, StringComparison.Ordinal);
        Assert.Contains("1 after the session: line 376 2022-09-01 15:31:17", run.Out, StringComparison.Ordinal);
        Assert.Equal(375, Stored(60).Count);
    }

    [Fact]
    public void A_row_of_the_pre_open_does_not_make_minutes_of_longer_candles()
    {
        var rows = Minutes(Open + 5, Close).Where(minute => minute % 5 == 0).Select(Stamp).Prepend("09:08");

        var run = Import(Vendor("five.txt", rows));

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("these look like candles of 5m; only seconds and minutes", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Few_minutes_of_a_quiet_instrument_are_minutes_and_few_seconds_are_seconds()
    {
        var minutes = Import(Vendor("quiet.txt", ["09:20", "09:23", "09:29", "09:32", "09:35", "10:00", "10:01"]));
        var seconds = Import(Vendor("second.txt", ["09:16:05", "09:18:07", "09:18:40", "09:21:01", "09:22:30"]));

        Assert.Contains("7 rows of minutes", minutes.Out, StringComparison.Ordinal);
        Assert.Contains("5 rows of seconds", seconds.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Times_that_stand_in_the_session_only_as_UTC_are_not_taken_for_India_s()
    {
        var rows = Minutes(Open, Close - 1)
            .Select(minute => $"2022-09-01T{Stamp(minute - 330)}:00,100,101,99,100.5,7")
            .Prepend("time,open,high,low,close,volume");
        var file = VendorText.Write(_folder, string.Join('\n', rows), "utc.csv");

        var run = Import(file, "--instrument", "NIFTY");
        var zoned = Import(VendorText.Write(_folder, File.ReadAllText(file).Replace(":00,", ":00Z,", StringComparison.Ordinal), "z.csv"),
            "--instrument", "NIFTY");

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("45 of 375 rows stand in the session as they are written, and 375 if their times are UTC.", run.Error,
            StringComparison.Ordinal);
        Assert.Contains("375 added", zoned.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_that_names_a_column_twice_does_not_say_which_counts()
    {
        var file = VendorText.Write(_folder, "time,open,high,low,close,close,volume\n2022-09-01T09:15:00,1,2,1,2,99,5\n", "twice.csv");

        var run = Import(file, "--instrument", "NIFTY");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("the first row is of no form this desk reads", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_nothing_but_bad_rows_is_left_before_it_fills_the_memory()
    {
        var bad = string.Concat(Enumerable.Repeat("NIFTY,20220901,09:17,100.00,98.00,99.00,100.50,0,0\n", 100_001));

        var run = Import(VendorText.Write(_folder, bad, "bad.txt"));

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("over 100,000 rows cannot be candles, line 1: the high 98.00 is below the low 99.00.", run.Error,
            StringComparison.Ordinal);
    }

    private static IEnumerable<int> Minutes(int from, int through) => Enumerable.Range(from, through - from + 1);

    private static string Stamp(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");

    private string Vendor(string name, IEnumerable<string> times) => VendorText.Write(
        _folder, string.Concat(times.Select(time => $"NIFTY,20220901,{time},100.00,101.00,99.00,100.50,0,0\n")), name);

    private CliRun Import(string file, params string[] options) =>
        CliRun.Of(["import", "candles", file, "--data", _folder.File("data"), .. options]);

    private IReadOnlyList<Candle> Stored(int seconds)
    {
        var path = _folder.File("data/market/candles.db");
        Assert.True(CandleStore.TryOpen(path, CandleWorld.Market, out var store, out var refusal), refusal);
        using var reader = new CandleReader(store!);
        return reader.Between(Segment.Nse, Nifty, seconds, 0, long.MaxValue);
    }
}
