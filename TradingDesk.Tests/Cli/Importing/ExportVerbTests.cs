using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Cli.Importing;

/// <summary>What is exported is what was imported, and longer candles are the sums of the minutes.</summary>
public sealed class ExportVerbTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _text = VendorText.Of("NIFTY", [1, 2]);

    public ExportVerbTests() => Import(VendorText.Write(_folder, _text), "data");

    private string Data => _folder.File("data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_vendors_rows_come_out_as_they_went_in_but_for_those_that_were_skipped()
    {
        var run = Export("candles", "--format", "vendor", "--out", _folder.File("out.txt"));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var kept = _text.Split('\n').Where(row => !row.Contains(",09:08,", StringComparison.Ordinal)
            && !row.Contains(",15:31,", StringComparison.Ordinal) && !row.Contains(",15:33,", StringComparison.Ordinal));
        Assert.Equal(string.Join('\n', kept), File.ReadAllText(_folder.File("out.txt")));
    }

    [Theory]
    [InlineData("start")]
    [InlineData("end")]
    public void The_desks_own_rows_are_imported_back_the_same(string label)
    {
        var first = Export("candles", "--label", label).Out;
        Import(VendorText.Write(_folder, first, "own.csv"), "other", "--instrument", "NIFTY", "--label", label);

        var second = CliRun.Of("export", "candles", "--instrument", "NIFTY", "--label", label, "--data", _folder.File("other")).Out;

        Assert.Equal(first, second);
        var time = label == "end" ? "09:16" : "09:15";
        Assert.StartsWith(
            $"time,open,high,low,close,volume,ticks\n2022-09-01T{time}:00+05:30,17501.05,17502.30,17500.30,17501.40,0,1\n", first,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Longer_candles_are_the_sums_of_their_minutes()
    {
        var hours = Export("candles", "--timeframe", "1h", "--from", "2022-09-02").Out.TrimEnd().Split('\n');
        var days = Export("candles", "--timeframe", "day").Out.TrimEnd().Split('\n');

        Assert.Equal(1 + 7, hours.Length);
        Assert.StartsWith("2022-09-02T15:15:00+05:30,", hours[^1], StringComparison.Ordinal);
        Assert.Equal("2022-09-01T09:15:00+05:30,17501.05,17521.00,17500.30,17520.10,0,372", days[1]);
    }

    [Fact]
    public void Indicators_are_settled_on_the_candles_before_the_first_day()
    {
        var rows = Export("indicators", "--spec", "SMA:3", "--from", "2022-09-02").Out.Split('\n');

        Assert.Equal("time,SMA:3", rows[0]);
        Assert.Equal("2022-09-02T09:15:00+05:30,17514.18", rows[1][..34]);
    }

    [Theory]
    [InlineData("--timeframe '7x' cannot be", "candles", "--timeframe", "7x")]
    [InlineData("--format 'xml' cannot be; write csv or vendor.", "candles", "--format", "xml")]
    [InlineData("--format vendor has no place for indicators.", "indicators", "--format", "vendor")]
    [InlineData("NSE:NIFTY has nothing stored to make 5s of.", "candles", "--timeframe", "5")]
    [InlineData("export needs what: candles or indicators.", "ticks")]
    public void What_cannot_be_is_refused_with_a_sentence(string sentence, params string[] words)
    {
        var run = Export(words);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }

    private CliRun Export(params string[] words) => CliRun.Of(["export", .. words, "--instrument", "NIFTY", "--data", Data]);

    private void Import(string file, string data, params string[] options) =>
        Assert.Equal(0, CliRun.Of(["import", "candles", file, "--data", _folder.File(data), .. options]).ExitCode);
}
