using System.Text.Json;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Engine.Storage.Sqlite.Revisions;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Cli.Importing;

/// <summary>Files of candles become revisions of the real market's store, by the calendar and never by guessing.</summary>
public sealed class ImportVerbTests : IDisposable
{
    private const int Nifty = 99_926_000;

    /// <summary>09:15 in India on 1 September 2022.</summary>
    private const long Open = 1_662_003_900;

    private const int LostADay = 3;
    private const int KeptADay = 375 - LostADay;

    private readonly TempFolder _folder = new();

    private string Data => _folder.File("data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_vendors_rows_are_labelled_by_their_end_and_those_outside_the_session_are_left_out()
    {
        var run = Import(VendorText.Write(_folder, VendorText.Of("NIFTY", [1, 2])));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("label end (not told, and vendors of this form label a candle by its end)", run.Out, StringComparison.Ordinal);
        Assert.Contains("NSE:NIFTY: 744 candles of 2 days, 2022-09-01 to 2022-09-02", run.Out, StringComparison.Ordinal);
        Assert.Contains("2 before the session: line 1 2022-09-01 09:08:00", run.Out, StringComparison.Ordinal);
        Assert.Contains("4 after the session: line 374 2022-09-01 15:31:00", run.Out, StringComparison.Ordinal);
        var candles = Stored(Nifty, 60);
        Assert.Equal(2 * KeptADay, candles.Count);
        Assert.Equal((Open, 60), (candles[0].Start.UnixSeconds, candles[0].Seconds));
        Assert.Equal(Price.FromPaise(17_501_05), candles[0].Open);
        Assert.All(candles, candle => Assert.Equal(CandleQuality.Filled, candle.Quality));
    }

    [Fact]
    public void The_same_file_twice_is_imported_once()
    {
        var file = VendorText.Write(_folder, VendorText.Of("NIFTY", [1]));
        Import(file);

        var again = Import(file);

        Assert.Contains("0 added", again.Out, StringComparison.Ordinal);
        Assert.Contains("372 already there", again.Out, StringComparison.Ordinal);
        Assert.Contains("nothing changed: no revision", again.Out, StringComparison.Ordinal);
        Assert.Equal(1, new RevisionReader(Store()).Newest());
    }

    [Fact]
    public void A_revision_says_which_file_it_is_of_and_by_whom()
    {
        var file = VendorText.Write(_folder, "NIFTY,20220901,09:16,100.00,101.00,99.00,100.50,0,0\n");

        Import(file);

        var revision = Assert.Single(new RevisionReader(Store()).List(10));
        Assert.Equal((VendorText.Name, "import of candles", 1L), (revision.Source, revision.Reason, revision.Added));
        Assert.Equal("d70aab8f", revision.Hash[..8]);
        Assert.EndsWith(", command line", revision.Principal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_file_corrects_an_earlier_one_and_the_old_values_are_kept()
    {
        Import(VendorText.Write(_folder, "NIFTY,20220901,09:16,100.00,101.00,99.00,100.50,0,0\n"));

        var run = Import(VendorText.Write(_folder, "NIFTY,20220901,09:16,100.00,101.00,99.00,100.60,0,0\n", "corrected.txt"));

        Assert.Contains("1 replaced; their old values are kept", run.Out, StringComparison.Ordinal);
        Assert.Equal(Price.FromPaise(10_060), Assert.Single(Stored(Nifty, 60)).Close);
    }

    [Fact]
    public void What_the_desk_built_from_ticks_is_replaced_only_when_told_so()
    {
        var built = new Candle
        {
            Start = Instant.FromUnixSeconds(Open),
            Seconds = 60,
            Ticks = 5,
            Open = Price.FromPaise(1),
            High = Price.FromPaise(1),
            Low = Price.FromPaise(1),
            Close = Price.FromPaise(1),
        };
        using (var link = Store().OpenWriter())
        using (var writes = new HotWrites(link)) writes.Put(new StoredCandle(Segment.Nse, Nifty, built));
        var file = VendorText.Write(_folder, VendorText.Of("NIFTY", [1]));

        var first = Import(file);
        var second = Import(file, "--replace");

        Assert.Contains("1 left as the desk built them from ticks, with other values; --replace enters these", first.Out,
            StringComparison.Ordinal);
        Assert.Contains("1 replaced", second.Out, StringComparison.Ordinal);
        Assert.Equal(Price.FromPaise(17_501_05), Stored(Nifty, 60)[0].Open);
    }

    [Fact]
    public void A_label_that_the_rows_contradict_is_refused_unless_it_is_told()
    {
        var rows = VendorText.Of("NIFTY", [1, 2]).Replace(",15:30,", ",09:15,", StringComparison.Ordinal);
        var file = VendorText.Write(_folder, rows);

        var untold = Import(file);
        var told = Import(file, "--label", "start");

        Assert.Equal((2, ""), (untold.ExitCode, untold.Out));
        Assert.Contains("2 of 2 days have a row labelled by the very open of the session", untold.Error, StringComparison.Ordinal);
        Assert.EndsWith("the labels look like --label start. Say which with --label." + Environment.NewLine, untold.Error,
            StringComparison.Ordinal);
        Assert.Equal(0, told.ExitCode);
        Assert.Contains("label start (as told)", told.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_told_label_that_the_whole_file_contradicts_needs_force_and_is_said_aloud()
    {
        var file = VendorText.Write(_folder, VendorText.Of("NIFTY", [1, 2]));

        var told = Import(file, "--label", "start");
        var forced = Import(file, "--label", "start", "--force");

        Assert.Equal((2, ""), (told.ExitCode, told.Out));
        Assert.Contains("--label start is told, but 2 of 2 days have a row labelled by the very close", told.Error,
            StringComparison.Ordinal);
        Assert.Equal(0, forced.ExitCode);
        Assert.Contains("LOOK: 2 of 2 days have a row labelled by the very close of the session", forced.Out, StringComparison.Ordinal);
        Assert.Contains("the labels look like --label end.", forced.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_rows_are_named_by_their_line_and_the_others_imported()
    {
        var run = Import(VendorText.Write(_folder, """
            NIFTY,20220901,09:16,100.00,101.00,99.00,100.50,0,0
            NIFTY,20220901,09:17,100.00,98.00,99.00,100.50,0,0
            NIFTY,20220901,09:18,100.00,101.00,99.00,0,0,0
            NIFTY,20220901,09:16,100.00,101.00,99.00,100.50,0,0
            NIFTY,20220901,09:16,100.00,101.00,99.00,100.55,0,0
            NIFTY,2022-09-01,09:19,100.00,101.00,99.00,100.50,0,0
            NIFTY,20220901,09:20,100.00
            NOBODY,20220901,09:20,100.00,101.00,99.00,100.50,0,0
            """));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("line 2: the high 98.00 is below the low 99.00", run.Out, StringComparison.Ordinal);
        Assert.Contains("line 3: close is '0'; a price in rupees above 0", run.Out, StringComparison.Ordinal);
        Assert.Contains("1 given twice with the same values: line 4", run.Out, StringComparison.Ordinal);
        Assert.Contains("line 5: it contradicts line 1, which was taken", run.Out, StringComparison.Ordinal);
        Assert.Contains("line 6: the day and time are '2022-09-01' and '09:19'", run.Out, StringComparison.Ordinal);
        Assert.Contains("line 7: it has 4 cells, the first row 9", run.Out, StringComparison.Ordinal);
        Assert.Contains("1 of an instrument the desk does not know: line 8 'NOBODY'", run.Out, StringComparison.Ordinal);
        Assert.Single(Stored(Nifty, 60));
    }

    [Fact]
    public void The_desks_own_form_is_labelled_by_its_start_and_named_by_its_file()
    {
        var rows = "time,open,high,low,close,volume,ticks\n1662003900,100.00,101.00,99.00,100.50,7,3\n1662003901,100.5,101,99,100.25,8,4\n";

        var run = Import(VendorText.Write(_folder, rows, "1-99926000-1.csv"));

        Assert.Contains("rows of seconds in the desk's own form", run.Out, StringComparison.Ordinal);
        var first = Stored(Nifty, 1)[0];
        Assert.Equal((Open, 7, 3), (first.Start.UnixSeconds, first.Volume, first.Ticks));
    }

    [Theory]
    [InlineData("1-99926000-300.csv", "time,open,high,low,close,volume\n1662003900,1,1,1,1,0\n", "candles of 5m; only seconds and minutes")]
    [InlineData("own.csv", "time,open,high,low,close,volume\n1662003900,1,1,1,1,0\n", "write --instrument NAME")]
    [InlineData("five.txt", "NIFTY,20220901,09:20,1,1,1,1,0\nNIFTY,20220901,09:25,1,1,1,1,0\n", "candles of 5m; only seconds and minutes")]
    [InlineData("letter.txt", "Dear desk\n", "the first row is of no form this desk reads")]
    [InlineData("empty.txt", "", "the file is empty")]
    public void A_file_that_is_not_of_seconds_or_minutes_is_refused_with_a_sentence(string name, string text, string sentence)
    {
        var run = Import(VendorText.Write(_folder, text, name));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("data/market/candles.db")));
    }

    [Fact]
    public void Another_instruments_rows_are_not_taken_for_the_one_that_is_told()
    {
        var run = Import(VendorText.Write(_folder, VendorText.Of("BANKNIFTY", [1])), "--instrument", "NSE:NIFTY");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("it has rows of 'BANKNIFTY', and --instrument says NSE:NIFTY.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_evening_session_of_Muhurat_is_a_session_and_its_afternoon_is_not()
    {
        var run = Import(VendorText.Write(_folder, """
            NIFTY,20211104,15:00,100.00,101.00,99.00,100.50,0,0
            NIFTY,20211104,18:08,100.00,101.00,99.00,100.50,0,0
            NIFTY,20211104,18:16,100.00,101.00,99.00,100.50,0,0
            NIFTY,20211104,19:15,100.00,101.00,99.00,100.50,0,0
            NIFTY,20211104,19:16,100.00,101.00,99.00,100.50,0,0
            NIFTY,20211105,10:00,100.00,101.00,99.00,100.50,0,0
            """));

        Assert.Contains("2 candles of 1 days, 2021-11-04", run.Out, StringComparison.Ordinal);
        Assert.Contains("2 before the session", run.Out, StringComparison.Ordinal);
        Assert.Contains("1 after the session", run.Out, StringComparison.Ordinal);
        Assert.Contains("1 on a day without trading", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_month_of_a_real_vendor_imports_where_it_is_at_hand()
    {
        var real = Path.Combine(Repository.PathOf(".."), "shared", "data", "nse-index-1m", VendorText.Name);
        var file = File.Exists(real) ? real : VendorText.Write(_folder, VendorText.Of("NIFTY", Enumerable.Range(5, 5), lostEvery: 400));

        var run = Import(file);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var days = Stored(Nifty, 60).GroupBy(candle => candle.Start.IndiaDate).ToArray();
        Assert.All(days, day => Assert.Equal(375, day.Count()));
        Assert.Equal(File.Exists(real) ? 22 : 5, days.Length);
    }

    [Fact]
    public void What_is_said_can_be_read_by_machines()
    {
        var run = Import(VendorText.Write(_folder, VendorText.Of("NIFTY", [1])), "--json");

        using var json = JsonDocument.Parse(run.Out);
        var file = Assert.Single(json.RootElement.GetProperty("files").EnumerateArray());
        Assert.Equal((375, 372, 1), (file.GetProperty("rows").GetInt32(), file.GetProperty("added").GetInt32(),
            file.GetProperty("revision").GetInt32()));
        Assert.Equal(2, file.GetProperty("skipped").GetProperty("after the session").GetProperty("count").GetInt32());
    }

    private CliRun Import(string file, params string[] options) => CliRun.Of(["import", "candles", file, "--data", Data, .. options]);

    private CandleStore Store()
    {
        var path = Path.Combine(Data, "market", "candles.db");
        Assert.True(CandleStore.TryOpen(path, CandleWorld.Market, out var store, out var refusal), refusal);
        return store!;
    }

    private IReadOnlyList<Candle> Stored(int token, int seconds)
    {
        using var reader = new CandleReader(Store());
        return reader.Between(Segment.Nse, token, seconds, 0, long.MaxValue);
    }
}
