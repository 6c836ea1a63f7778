using System.Text.Json;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Tests.Engine.Storage.Journal;
using TradingDesk.Tests.Engine.Storage.Sqlite;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Cli;

/// <summary>An order's life and a journal's newest rows as the command line tells them.</summary>
public sealed class JournalVerbTests
{
    [Fact]
    public void An_orders_life_is_told_step_by_step_with_the_time_between()
    {
        using var folder = Written();

        var run = CliRun.Of("journal", "--order", "1.2", "--data", folder.Path);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
        [
            "2026-01-05 09:15:00.002       +0.000 s  accepted         1.1 NSE:I2: Passed every check: BUY 200, LIMIT, MIS at ₹10.00, "
                + "entry, cut into 2 orders.",
            "                                                           by a \"person\" for PAPER-1, key key-1: cancel-all -",
            "2026-01-05 09:15:00.004       +0.002 s  claimed          1.2 NSE:I2: Claimed to be sent once, as 000000000000000. Now "
                + "sending, 0 filled.",
        ], Lines(run.Out));
    }

    [Fact]
    public void A_machine_reads_the_same_of_a_whole_intent()
    {
        using var folder = Written();

        var root = JsonDocument.Parse(CliRun.Of("journal", "--order=1", "--data", folder.Path, "--json").Out).RootElement;

        var steps = root.GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal(["1.1", "1.1", "1.2"], steps.Select(step => step.GetProperty("order").GetString()));
        Assert.Equal([0, 1_000_000, 1_000_000], steps.Select(step => step.GetProperty("nanosSinceBefore").GetInt64()));
        Assert.Equal("2026-01-05T09:15:00.002+05:30", steps[0].GetProperty("at").GetString());
        Assert.Equal("key-1", steps[0].GetProperty("key").GetString());
    }

    [Fact]
    public void Behind_the_steps_stand_the_price_the_candles_and_the_charges()
    {
        using var folder = Written(Price.FromRupees(1_500), isTraded: true);
        using (var store = new StoreFixture())
        {
            store.Enter([new StoredCandle(Segment.Nse, 2, StoreFixture.Candle(StoreFixture.Start, 60))]);
            File.Copy(store.Path, folder.File("simulated", "candles.db"));
        }

        var lines = Lines(CliRun.Of("journal", "--order", "1", "--data", folder.Path).Out);
        var root = JsonDocument.Parse(CliRun.Of("journal", "--order", "1", "--data", folder.Path, "--json").Out).RootElement;

        Assert.Equal(
        [
            "price    Judged by a price of ₹1,500.00, 0.4 s old. Made at 09:14:59.590.",
            "candle   1m  09:15:00  open 100.00, high 100.05, low 99.95, close 100.00, volume 7",
            "         1s  Not stored yet.",
            "charges",
            "  Brokerage           0.02   1 order of 70.35, 0.03 % and at most 20 each  [?]",
            "  STT                 0.00   0.025 % of 70.35 sold",
        ], lines.SkipWhile(line => !line.StartsWith("price", StringComparison.Ordinal)).Take(6));
        Assert.Equal(1_500m, root.GetProperty("judged").GetProperty("price").GetDecimal());
        Assert.Equal(100.05m, root.GetProperty("candles")[0].GetProperty("high").GetDecimal());
        Assert.Equal(0.02m, root.GetProperty("charges").GetProperty("total").GetDecimal());
    }

    [Fact]
    public void The_newest_rows_are_told_with_starts_and_accounts()
    {
        using var folder = Written();

        var lines = Lines(CliRun.Of("journal", "--last", "9", "--data", folder.Path).Out);

        Assert.Equal(6, lines.Count);
        Assert.Contains("started          The desk started: start 1, build 1.2.3.", lines[0], StringComparison.Ordinal);
        Assert.Contains("account-opened   Account 1 is opened with ₹10,00,000.00.", lines[1], StringComparison.Ordinal);
        Assert.Single(Lines(CliRun.Of("journal", "--last", "1", "--data", folder.Path).Out));
    }

    [Theory]
    [InlineData("--order 0", "'0' is no order")]
    [InlineData("--order 1.x", "'1.x' is no order")]
    [InlineData("--order 77", "The journal knows no order 77.")]
    [InlineData("--order 1.3", "The journal knows no order 1.3.")]
    [InlineData("--last 0", "write a number from 1 to")]
    [InlineData("--last -5", "write a number from 1 to")]
    [InlineData("--last 1e9", "write a number from 1 to")]
    [InlineData("--order 1 --last 5", "do not go together")]
    [InlineData("--world mars", "write market or simulated")]
    [InlineData("--world market", "no desk has kept a journal yet")]
    public void What_cannot_be_is_refused_with_a_sentence(string words, string sentence)
    {
        using var folder = Written();

        var run = CliRun.Of(["journal", .. words.Split(' '), "--data", folder.Path]);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_was_changed_is_not_told()
    {
        using var folder = Written();
        using (var link = TradingDesk.Engine.Storage.Sqlite.SqliteLink.Open(folder.File("simulated", "journal.db"), false, 0))
            link.Execute("DROP TRIGGER journal_keeps_cells; UPDATE journal SET at = at + 1 WHERE seq = 4");

        var run = CliRun.Of("journal", "--order", "1", "--data", folder.Path);

        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains("row 4 or the one before it was changed", run.Error, StringComparison.Ordinal);
    }

    private static List<string> Lines(string text) => [.. text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>A data folder with a journal of one account and one intent of two orders.</summary>
    private static TempFolder Written(Price judged = default, bool isTraded = false)
    {
        var folder = new TempFolder();
        using var fixture = new JournalFixture();
        var opened = new DeskFact { Kind = FactKind.AccountOpened };
        opened.Account.Amount = Money.FromRupees(10_00_000);
        var accepted = new DeskFact { Kind = FactKind.IntentAccepted, Instrument = TestPlans.Two };
        accepted.Intent = JournalFixture.TermsOf(1, slices: 2);
        (accepted.Intent.Judged, accepted.Intent.JudgedAgeMilliseconds) = (judged, judged == default ? 0 : 412);
        fixture.Say(opened, isCommanded: false);
        fixture.Say(accepted, isCommanded: true);
        fixture.SayMoved(TestPlans.Two, new OrderId(1, 1));
        fixture.SayMoved(TestPlans.Two, new OrderId(1, 2), state: OrderState.Sending);
        if (isTraded) fixture.SayTrade(TestPlans.Two, default, fill: 1);
        fixture.WriteAll();
        fixture.Writer.Dispose();
        Directory.CreateDirectory(folder.File("simulated"));
        foreach (var file in Directory.EnumerateFiles(fixture.Folder)) File.Copy(file, folder.File("simulated", Path.GetFileName(file)));
        return folder;
    }
}
