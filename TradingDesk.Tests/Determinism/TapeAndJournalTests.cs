using System.Text.Json;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Journal;
using TradingDesk.Engine.Storage.Tape;
using TradingDesk.Tests.Cli;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Determinism;

/// <summary>A tape is re-run together with the journal beside it: both must tell one story, up to what is durable in both.</summary>
public sealed class TapeAndJournalTests
{
    /// <summary>The first run's orders are in doubt in the later ones, which deny more of the same meanwhile.</summary>
    [Fact]
    public void Three_runs_that_each_go_on_from_the_journal_are_identical()
    {
        using var folder = new TempFolder();
        var orders = new List<int>();
        for (var run = 0; run < 3; run++) orders.Add(Run(folder, 5));

        var check = Rerun(folder);

        Assert.Equal([4, 4, 4], orders);
        Assert.Equal((true, ""), (check.Identical, check.Difference));
        Assert.Equal(3, check.Starts);
        Assert.Equal(RowsOf(folder), check.InJournal + 3);
    }

    [Fact]
    public void The_command_line_says_both_and_leaves_nothing_out()
    {
        using var folder = new TempFolder();
        Run(folder, 3);

        var text = CliRun.Of("verify", folder.Path);
        var root = JsonDocument.Parse(CliRun.Of("verify", folder.Path, "--json").Out).RootElement;

        Assert.Equal(0, text.ExitCode);
        Assert.Matches("^identical [1-9][0-9]* facts [0-9a-f]{64}\njournal [1-9][0-9]* rows [0-9a-f]{64}, [1-9][0-9]* facts compared\n$",
            text.Out.ReplaceLineEndings("\n"));
        Assert.True(root.GetProperty("tapes")[0].GetProperty("journal").GetProperty("isSound").GetBoolean());
    }

    [Fact]
    public void A_journal_that_is_ahead_of_the_tape_or_behind_it_is_identical_as_far_as_both_go()
    {
        using var folder = new TempFolder();
        using (var ahead = new JournaledDesk(folder.Path))
        {
            ahead.Trade(2);
            ahead.WriteTape();
            ahead.Trade(2);
        }

        using (var behind = new JournaledDesk(folder.Path))
        {
            behind.Trade(2);
            behind.TradeUnsynced();
            behind.WriteTape();
        }

        var check = Rerun(folder);

        Assert.Equal((true, ""), (check.Identical, check.Difference));
        Assert.InRange(check.InJournal, 9, RowsOf(folder) - 6);
    }

    [Fact]
    public void A_row_that_was_changed_is_named_by_both_checks()
    {
        using var folder = new TempFolder();
        Run(folder, 3);
        Tamper(folder, "UPDATE journal SET at = at + 1 WHERE seq = 5");

        var run = CliRun.Of("verify", folder.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("cannot be believed: row 5", run.Out, StringComparison.Ordinal);
        Assert.Contains("journal: The journal cannot be believed from row 5 on", run.Out, StringComparison.Ordinal);
    }

    /// <summary>In words: whoever makes the whole chain anew, head and all, still has the tape against him.</summary>
    [Fact]
    public void A_chain_that_was_made_anew_with_another_fact_differs_from_the_tape()
    {
        using var folder = new TempFolder();
        Run(folder, 3);
        Rewrite(folder, (row, fact) => row.Seq == 6 ? fact with { At = fact.At.PlusSeconds(1) } : fact, row => row.Command);

        var check = Rerun(folder);

        Assert.True(new JournalReader(JournaledDesk.JournalOf(folder.Path)).Check().IsSound);
        Assert.False(check.Identical);
        Assert.Contains("the journal's row 6 says", check.Difference, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_that_was_made_anew_with_another_command_differs_from_the_tape()
    {
        using var folder = new TempFolder();
        Run(folder, 3);
        Rewrite(folder, (_, fact) => fact, row => row.Command.Replace("Limit", "Market", StringComparison.Ordinal));

        var check = Rerun(folder);

        Assert.Contains("names another command", check.Difference, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fact_that_was_told_durable_and_is_gone_is_named()
    {
        using var folder = new TempFolder();
        Run(folder, 3);
        var path = JournaledDesk.JournalOf(folder.Path);
        Tamper(folder, "DELETE FROM journal WHERE seq > 4");
        File.Delete(JournalFile.HeadOf(path));

        var check = Rerun(folder);

        Assert.True(new JournalReader(path).Check().IsSound);
        Assert.Contains("it was told durable and the journal does not have it", check.Difference, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_began_from_another_journal_is_told()
    {
        using var folder = new TempFolder();
        Run(folder, 3);
        Run(folder, 3);
        Rewrite(folder, (_, fact) => fact, row => row.Run > 1 ? row.Command : row.Command.Replace("test", "x", StringComparison.Ordinal));

        Assert.False(Rerun(folder).Identical);
    }

    [Fact]
    public void Without_its_journal_a_run_that_went_on_from_one_is_not_called_identical()
    {
        using var folder = new TempFolder();
        Run(folder, 3);
        Run(folder, 3);
        File.Delete(JournaledDesk.JournalOf(folder.Path));

        var check = Rerun(folder);

        Assert.False(check.Identical);
        Assert.Contains("a journal that is not beside the tape", check.Difference, StringComparison.Ordinal);
    }

    /// <summary>One run of so many orders, all of it on tape and in the journal; answers the orders there are then.</summary>
    private static int Run(TempFolder folder, int orders)
    {
        using var desk = new JournaledDesk(folder.Path);
        desk.Trade(orders);
        desk.Sync();
        desk.WriteTape();
        return desk.Orders;
    }

    private static TapeCheck Rerun(TempFolder folder)
    {
        using var rerun = new TapeRerun(JournaledDesk.TapeOf(folder.Path));
        return rerun.Run();
    }

    private static long RowsOf(TempFolder folder) => new JournalReader(JournaledDesk.JournalOf(folder.Path)).Check().Rows;

    private static void Tamper(TempFolder folder, string sql)
    {
        using var link = SqliteLink.Open(JournaledDesk.JournalOf(folder.Path), readOnly: false, 0);
        link.Execute("DROP TRIGGER journal_keeps_rows; DROP TRIGGER journal_keeps_cells");
        link.Execute(sql);
    }

    /// <summary>Writes the journal once more, with a good chain, from changed facts and commands.</summary>
    private static void Rewrite(
        TempFolder folder, Func<JournalRow, DeskFact, DeskFact> change,
        Func<JournalRow, string> commandOf)
    {
        var path = JournaledDesk.JournalOf(folder.Path);
        var rows = new JournalReader(path).Newest(1_000);
        Tamper(folder, "DELETE FROM journal");
        File.Delete(JournalFile.HeadOf(path));
        using var link = SqliteLink.Open(path, readOnly: false, 0);
        using var insert = link.Prepare(JournalTables.Insert);
        var end = ChainEnd.Beginning;
        foreach (var row in rows)
        {
            var instrument = row.Segment == 0 ? null : TestPlans.Instruments(2).All.Single(known => known.Token == row.Token);
            var again = JournalRow.After(end, row.Run, change(row, row.ToFact()), instrument, row.Instrument.Length > 0, commandOf(row));
            again.BindTo(insert);
            insert.Run();
            end = again.End;
        }
    }
}
