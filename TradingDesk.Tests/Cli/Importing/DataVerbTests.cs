using System.Text.Json;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Cli.Importing;

/// <summary>What is stored is told with sizes, ages and revisions, and what each day is worth.</summary>
public sealed class DataVerbTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public DataVerbTests()
    {
        var file = VendorText.Write(_folder, VendorText.Of("NIFTY", [1, 2, 9]));
        Assert.Equal(0, CliRun.Of("import", "candles", file, "--data", Data).ExitCode);
    }

    private string Data => _folder.File("data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Tables_and_revisions_are_told_with_their_size_and_age()
    {
        var run = CliRun.Of("data", "--data", Data);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("real market, schema version 3", run.Out, StringComparison.Ordinal);
        Assert.Contains("candles_tf              1,116 candles from 2022-09-01 09:15 to 2022-09-09 15:29", run.Out,
            StringComparison.Ordinal);
        Assert.Contains("candles_1s                  0 candles, kept 30 days", run.Out, StringComparison.Ordinal);
        Assert.Contains($"{VendorText.Name} (sha256 ", run.Out, StringComparison.Ordinal);
        Assert.Contains("1,116 added, 0 replaced, 2022-09-01 to 2022-09-09", run.Out, StringComparison.Ordinal);
        Assert.Contains("minutes of NSE:NIFTY", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_day_of_an_instrument_is_graded_with_what_is_missing()
    {
        var run = CliRun.Of("data", "--data", Data, "--instrument", "NIFTY");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("2022-09-01 Thu  fair   372 of 375 minutes are there. Missing 10:51, 12:28, 14:05. "
            + "3 rows of its files stood outside the session. Revision 1.", run.Out, StringComparison.Ordinal);
        Assert.Contains("2022-09-05 Mon  empty  So are all days of trading to 2022-09-08: 4.", run.Out, StringComparison.Ordinal);
        Assert.Contains("7 days of trading: 4 empty, 3 fair", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Machines_read_the_same()
    {
        using var figures = JsonDocument.Parse(CliRun.Of("data", "--data", Data, "--json").Out);
        using var quality = JsonDocument.Parse(
            CliRun.Of("data", "--data", Data, "--instrument", "NIFTY", "--from", "2022-09-01", "--to", "2022-09-01", "--json").Out);

        var store = Assert.Single(figures.RootElement.GetProperty("stores").EnumerateArray());
        Assert.Equal(3, store.GetProperty("schemaVersion").GetInt32());
        var report = Assert.Single(quality.RootElement.GetProperty("stores").EnumerateArray());
        var day = Assert.Single(report.GetProperty("days").EnumerateArray());
        Assert.Equal("Fair", day.GetProperty("grade").GetString());
        Assert.Equal("2022-09-01T10:51:00.000+05:30",
            day.GetProperty("day").GetProperty("missing")[0].GetProperty("from").GetString());
    }

    [Theory]
    [InlineData("--from '1.9.2022' cannot be; a day such as 2022-09-01 is needed.", "--instrument", "NIFTY", "--from", "1.9.2022")]
    [InlineData("--to 2022-08-01 is before 2022-09-01.", "--instrument", "NIFTY", "--to", "2022-08-01")]
    [InlineData("--world 'real' cannot be; write market or simulated.", "--world", "real")]
    [InlineData("NSE:BANKNIFTY has no stored minutes", "--instrument", "BANKNIFTY")]
    [InlineData("simulated/candles.db does not exist.", "--world", "simulated")]
    public void What_cannot_be_is_refused_with_a_sentence(string sentence, params string[] options)
    {
        var run = CliRun.Of(["data", "--data", Data, .. options]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }
}
