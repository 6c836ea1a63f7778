using System.Text.Json;
using TradingDesk.Cli.CommandLine;
using TradingDesk.Cli.Verbs;
using TradingDesk.Engine.Hosting.Settings;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Cli;

/// <summary>The exchanges' days as the command line prints them: every phase, and how sure it is.</summary>
public sealed class CalendarVerbTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void A_day_of_the_closing_auction_has_every_phase_square_off_and_candles()
    {
        var run = Calendar("2026-08-04", "--instrument", "NSE:RELIANCE");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            """
            NSE fno-stocks, Tuesday 4 August 2026, times of India

            Stocks with F&O: trading day
              09:00 to 09:08  Pre-open
              09:08 to 09:12  Matching
              09:12 to 09:15  Before the open
              09:15 to 15:15  Open
              15:15 to 15:20  Reference price
              15:20 to 15:25  Closing auction
              15:25 to 15:30  Closing auction, limit orders
              15:30 to 15:35  Matching
              15:50 to 16:00  Post-close
              square-off      15:05, the desk's own rule
              candles         1m 360  5m 72  15m 24  1h 6  day 1
              remark          closing auction: ends at a random moment from 15:28; band 3 % round the reference; no stop orders
              known           confirmed; SEBI HO/47/11/11(3)2025-MRD-POD2/I/2765/2026 of 16 Jan 2026; noted 2026-11-20 by built-in

            trading day before  Monday 3 August 2026
            trading day after   Wednesday 5 August 2026
            """,
            run.Out.TrimEnd(), ignoreLineEndingDifferences: true);
    }

    [Theory]
    [InlineData("2021-11-04", "18:15 to 19:15  Open", "1m 60  5m 12  15m 4  1h 1  day 1")]
    [InlineData("2024-03-02", "11:30 to 12:30  Open", "1m 105  5m 21  15m 7  1h 3  day 1")]
    [InlineData("2026-07-31", "09:15 to 15:30  Open", "1m 375  5m 75  15m 25  1h 7  day 1")]
    [InlineData("2026-11-24", "Indices, Stocks with F&O, Other stocks, Futures, Options: holiday", "Guru Nanak Jayanti")]
    public void Days_that_are_not_like_others_are_told_as_they_were(string date, string first, string second)
    {
        var run = Calendar(date);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(first, run.Out, StringComparison.Ordinal);
        Assert.Contains(second, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_unconfirmed_says_so_in_its_heading_and_as_a_neighbour()
    {
        var evening = Calendar("2026-11-08");
        var before = Calendar("2026-11-06");

        Assert.Contains("Futures, Options: special session, UNCONFIRMED", evening.Out, StringComparison.Ordinal);
        Assert.Contains("trading day after   Sunday 8 November 2026, unconfirmed", before.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_the_calendar_does_not_know_is_said_aloud_and_leaves_one()
    {
        var run = Calendar("2027-01-04");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            "THE CALENDAR DOES NOT KNOW THIS DAY: it ends on Thursday 31 December 2026. The hours below are a plain day's.", run.Out,
            StringComparison.Ordinal);
        Assert.Contains("Futures: trading day, UNKNOWN", run.Out, StringComparison.Ordinal);
        Assert.Contains("Tuesday 5 January 2027, if it is a plain day: the calendar does not know it", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Bse_says_whose_days_it_keeps()
    {
        var run = Calendar("2026-08-04", "--exchange", "BSE");

        Assert.Contains("Stocks with F&O: trading day, UNCONFIRMED", run.Out, StringComparison.Ordinal);
        Assert.Contains("kept from       NSE; this exchange has no entry of its own", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_administrator_added_goes_before_the_built_in_day_and_names_its_writer()
    {
        const string Line = "closed,2026-08-04,2026-08-04,NSE,stocks,,confirmed,circular 7,2026-08-03T18:00:00+05:30,flood,asha";
        File.WriteAllText(_folder.File("calendar.csv"), $"{CalendarFile.Header}\n{Line}\n");

        var run = Calendar("2026-08-04");

        Assert.Contains("Other stocks: holiday\n  remark          flood\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("confirmed; circular 7; noted 2026-08-03T18:00:00+05:30 by asha", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_spoiled_file_of_the_data_folder_is_named_with_its_line()
    {
        File.WriteAllText(_folder.File("calendar.csv"), $"{CalendarFile.Header}\nclosed,sometime,,NSE,stocks,,confirmed,c,n,,o\n");

        var run = Calendar("2026-08-04");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("line 2, column from: 'sometime'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_lists_its_holidays_and_special_sessions()
    {
        var run = Calendar("--holidays", "2026");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("NSE 2026: holidays 16, days with sessions of their own 2", run.Out, StringComparison.Ordinal);
        Assert.Contains("2026-11-08 Sun  open 18:00-19:00              unconfirmed  Diwali Muhurat", run.Out, StringComparison.Ordinal);
        Assert.Contains("2026-11-24 Tue  closed                        confirmed    Guru Nanak Jayanti", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_the_calendar_does_not_know_is_said_aloud_and_leaves_one()
    {
        var run = Calendar("--holidays", "2027");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("DOES NOT KNOW ALL OF THIS YEAR. It ends on 31 December 2026.", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("calendar: 'nonsense' is no day; a day such as 2026-08-04 is needed.", "nonsense")]
    [InlineData("calendar: '2026-02-30' is no day; a day such as 2026-08-04 is needed.", "2026-02-30")]
    [InlineData("calendar: --exchange: 'MCX' stands there; allowed are NSE and BSE.", "--exchange", "mcx")]
    [InlineData("calendar: --instrument: FOO is not known.", "--instrument", "FOO")]
    [InlineData(
        "calendar: --instrument says the exchange already; leave --exchange out.", "--instrument", "NSE:TCS", "--exchange", "NSE")]
    [InlineData("calendar: --holidays needs a year such as 2026, not 'next'.", "--holidays", "next")]
    [InlineData("calendar: '2026-08-04' and --holidays do not go together.", "2026-08-04", "--holidays", "2026")]
    public void What_cannot_be_understood_is_named_and_leaves_two(string sentence, params string[] words)
    {
        var run = Calendar(words);

        Assert.Equal((2, sentence), (run.ExitCode, run.Error.TrimEnd()));
        Assert.Empty(run.Out);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told()
    {
        var run = CliRun.Of("calendar", "--data", _folder.File("none"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("does not exist", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Machines_read_the_same_day()
    {
        var root = JsonDocument.Parse(Calendar("2026-08-04", "--instrument", "NSE:RELIANCE", "--json").Out).RootElement;

        var part = root.GetProperty("parts")[0];
        Assert.True(root.GetProperty("isKnown").GetBoolean());
        Assert.Equal("2026-08-05", root.GetProperty("tradingDayAfter").GetString());
        Assert.Equal("2026-08-04T15:05:00.000+05:30", part.GetProperty("squareOff").GetString());
        Assert.Equal(360, part.GetProperty("candles").GetProperty("60").GetInt32());
        Assert.Equal(9, part.GetProperty("phases").GetArrayLength());
    }

    [Fact]
    public void Without_a_date_it_is_today_in_India_whatever_the_machine_thinks()
    {
        var time = new FakeTime { Now = new DateTimeOffset(2026, 8, 3, 19, 0, 0, TimeSpan.Zero) };
        var sources = new SettingSources { Arguments = ["--TRADINGDESK_DATA", _folder.Path] };
        var verb = new CalendarVerb(() => sources, time);
        using var output = new StringWriter();

        verb.Run(Arguments.Parse(verb.Description, []), new Terminal(output, TextWriter.Null, false), CancellationToken.None);

        Assert.StartsWith("NSE, Tuesday 4 August 2026", output.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private CliRun Calendar(params string[] words) => CliRun.Of(["calendar", .. words, "--data", _folder.Path]);
}
