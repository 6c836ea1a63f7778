using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Journal;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Storage.Journal;

/// <summary>A journal as a starting desk finds it, with its head and its emergency file.</summary>
public sealed class JournalFileTests
{
    [Fact]
    public void Each_start_is_a_run_with_a_number_of_its_own()
    {
        using var folder = new TempFolder();
        var runs = new List<int>();

        for (var start = 0; start < 3; start++)
        {
            var file = JournalFixture.Open(folder.File("journal.db"));
            Assert.True(file.TryBegin(TestPlans.Open, "1.2.3", out var refusal), refusal);
            runs.Add(file.Run);
        }

        Assert.Equal([1, 2, 3], runs);
        Assert.True(new JournalReader(folder.File("journal.db")).Check().IsSound);
    }

    [Fact]
    public void Files_that_are_no_journal_of_this_desk_are_refused_and_keep_every_byte()
    {
        using var folder = new TempFolder();
        string[] names = ["other.db", "newer.db", "market.db"];
        using (var other = SqliteLink.Open(folder.File("other.db"), readOnly: false, 0)) other.Execute("CREATE TABLE x (y)");
        JournalFixture.Open(folder.File("newer.db"));
        using (var newer = SqliteLink.Open(folder.File("newer.db"), readOnly: false, 0)) newer.Execute("PRAGMA user_version = 99");
        Assert.True(JournalFile.TryOpen(folder.File("market.db"), CandleWorld.Market, out _, out _));
        var before = names.Select(name => File.ReadAllBytes(folder.File(name))).ToList();

        var refusals = names.Select(name => JournalFixture.RefusalOf(folder.File(name))).ToList();

        Assert.Contains("another program's database", refusals[0], StringComparison.Ordinal);
        Assert.Contains("use a newer desk", refusals[1], StringComparison.Ordinal);
        Assert.Contains("simulated and real never mix", refusals[2], StringComparison.Ordinal);
        Assert.Equal(before, names.Select(name => File.ReadAllBytes(folder.File(name))));
    }

    [Fact]
    public void A_journal_that_is_gone_while_its_head_is_there_is_refused_and_not_made_anew()
    {
        using var folder = new TempFolder();
        var path = folder.File("journal.db");
        Assert.True(JournalFixture.Open(path).TryBegin(TestPlans.Open, "1.2.3", out _));
        File.Delete(path);

        var refusal = JournalFixture.RefusalOf(path);

        Assert.Contains("ends at row 0, but its head knows row 1", refusal, StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void A_missing_head_is_said_and_made_anew()
    {
        using var folder = new TempFolder();
        var path = folder.File("journal.db");
        Assert.True(JournalFixture.Open(path).TryBegin(TestPlans.Open, "1.2.3", out _));
        File.Delete(JournalFile.HeadOf(path));

        var first = JournalFixture.Open(path).Remark;
        var second = JournalFixture.Open(path).Remark;

        Assert.Contains("head was missing", first, StringComparison.Ordinal);
        Assert.Equal("", second);
    }

    [Fact]
    public void An_emergency_file_of_another_time_is_refused()
    {
        using var folder = new TempFolder();
        var (mine, other) = (folder.File("a", "journal.db"), folder.File("b", "journal.db"));
        Assert.True(JournalFixture.Open(mine).TryBegin(TestPlans.Open, "1.2.3", out _));
        Assert.True(JournalFixture.Open(other).TryBegin(TestPlans.Close, "1.2.3", out _));
        var stray = new EmergencyFile(JournalFile.EmergencyOf(mine));
        stray.Append([.. new JournalReader(other).Newest(1)]);

        var refusal = JournalFixture.RefusalOf(mine);

        Assert.Contains("does not go on from the journal at row 1", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_head_whose_write_was_cut_off_says_what_it_said_before()
    {
        using var folder = new TempFolder();
        var head = new ChainHead(folder.File("journal.head"));
        head.TryWrite(new ChainEnd(6, new byte[32]));
        head.TryWrite(new ChainEnd(7, new byte[32]));
        var before = File.ReadAllBytes(folder.File("journal.head"));
        head.TryWrite(new ChainEnd(8, [.. Enumerable.Repeat((byte)9, 32)]));
        var after = File.ReadAllBytes(folder.File("journal.head"));
        var changed = Enumerable.Range(0, after.Length).Where(at => before[at] != after[at]).ToList();

        var said = new List<long>();
        foreach (var cut in changed)
        {
            File.WriteAllBytes(folder.File("journal.head"), [.. after[..cut], .. before[cut..]]);
            said.Add(new ChainHead(folder.File("journal.head")).Read()!.Seq);
        }

        Assert.NotEmpty(said);
        Assert.All(said, seq => Assert.Equal(7, seq));
        File.WriteAllBytes(folder.File("journal.head"), after);
        Assert.Equal(8, head.Read()!.Seq);
    }

    [Fact]
    public void An_emergency_row_whose_write_was_cut_off_leaves_those_before_it()
    {
        using var folder = new TempFolder();
        Assert.True(JournalFixture.Open(folder.File("journal.db")).TryBegin(TestPlans.Open, "1.2.3", out _));
        var begun = new JournalReader(folder.File("journal.db")).Newest(1)[0];
        var second = JournalRow.After(begun.End, 1, begun.ToFact(), null, isNamed: false, "second");
        var path = folder.File("own.emergency");
        var file = new EmergencyFile(path);
        file.Prepare();
        file.Append([begun]);
        var before = File.ReadAllBytes(path)[..2_000];
        file.Append([second]);
        var after = File.ReadAllBytes(path)[..2_000];

        var counts = new List<int>();
        for (var cut = 0; cut < 1_000; cut++)
        {
            File.WriteAllBytes(path, [.. after[..cut], .. before[cut..]]);
            counts.Add(new EmergencyFile(path).Read().Count);
        }

        Assert.Equal([1, 2], counts.Distinct());
        Assert.Equal(counts.Order(), counts);
    }
}
