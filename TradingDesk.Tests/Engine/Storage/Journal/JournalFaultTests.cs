using SQLitePCL;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Journal;
using TradingDesk.Tests.Engine.Storage.Faults;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Storage.Journal;

/// <summary>A disk that fails at any call, a file that goes away, a desk that is killed: what was told durable is there, once.</summary>
public sealed class JournalFaultTests
{
    private const int CallsMost = 400;

    /// <summary>In words: whatever fails at the n-th call, once or from there on, for every n.</summary>
    [Theory]
    [InlineData(raw.SQLITE_FULL, false)]
    [InlineData(raw.SQLITE_IOERR_WRITE, false)]
    [InlineData(raw.SQLITE_READONLY, true)]
    [InlineData(raw.SQLITE_CORRUPT, true)]
    [InlineData(raw.SQLITE_CANTOPEN, true)]
    public void A_failure_at_any_call_loses_doubles_and_claims_nothing(int code, bool staysBroken)
    {
        var failures = 0;
        for (var n = 1; n < CallsMost && FailAt(n, code, staysBroken) is { } health; n++)
        {
            Assert.True(health is JournalHealth.Sound or JournalHealth.Emergency, $"At call {n} the journal was {health}.");
            failures++;
        }

        Assert.InRange(failures, 1, CallsMost - 2);
    }

    [Theory]
    [Trait("Speed", "Slow")]
    [InlineData(raw.SQLITE_FULL)]
    [InlineData(raw.SQLITE_IOERR_FSYNC)]
    public void A_disk_that_fails_from_any_call_on_loses_doubles_and_claims_nothing(int code) =>
        A_failure_at_any_call_loses_doubles_and_claims_nothing(code, staysBroken: true);

    [Fact]
    public void A_desk_that_is_killed_at_any_call_finds_all_that_it_told_once()
    {
        using var fixture = new JournalFixture();
        using var copies = new TempFolder();
        var kills = new List<(string Folder, long Through)>();
        var isBroken = false;
        fixture.Disk.Answer = (call, _) =>
        {
            kills.Add((CopyOf(fixture.Folder, copies.File($"{kills.Count}")), ThroughOf(fixture)));
            return isBroken && call is DiskCall.Write or DiskCall.Sync && isBroken ? raw.SQLITE_IOERR_WRITE : 0;
        };

        for (var group = 0; group < 6; group++)
        {
            isBroken = group is 2 or 3;
            fixture.SayMany(5);
            fixture.TryAgain();
            kills.Add((CopyOf(fixture.Folder, copies.File($"{kills.Count}")), ThroughOf(fixture)));
        }

        fixture.Disk.Answer = (_, _) => 0;
        Assert.Contains(fixture.Told, told => told.Health == JournalHealth.Emergency);
        Assert.Equal((30, JournalHealth.Sound), fixture.Told[^1]);
        Assert.InRange(kills.Count, 20, 2_000);
        foreach (var (folder, through) in kills) AssertSurvives(folder, through, 30);
    }

    [Fact]
    public void A_kill_between_a_start_and_the_end_of_its_repair_changes_nothing()
    {
        using var fixture = new JournalFixture();
        BreakOff(fixture, rows: 4);
        using var copies = new TempFolder();
        var start = CopyOf(fixture.Folder, copies.File("start"));
        using var disk = new FaultyDisk(start);
        var kills = new List<string>();
        disk.Answer = (_, _) =>
        {
            kills.Add(CopyOf(start, copies.File($"{kills.Count}")));
            return 0;
        };

        JournalFixture.Open(Path.Combine(start, "journal.db"));

        disk.Answer = (_, _) => 0;
        Assert.NotEmpty(kills);
        foreach (var folder in kills) AssertSurvives(folder, through: 6, most: 6);
        AssertSurvives(start, through: 6, most: 6);
    }

    [Fact]
    public void Rows_that_an_emergency_left_over_are_in_the_journal_after_the_next_start_and_only_once()
    {
        using var fixture = new JournalFixture();
        BreakOff(fixture, rows: 4);
        var before = JournalFixture.TextOf(fixture.Path);

        var first = JournalFixture.Open(fixture.Path);
        var second = JournalFixture.Open(fixture.Path);

        Assert.Equal((7, 7), (first.End.Seq, second.End.Seq));
        Assert.Equal(before, JournalFixture.TextOf(fixture.Path));
        Assert.Empty(new EmergencyFile(JournalFile.EmergencyOf(fixture.Path)).Read());
    }

    [Fact]
    public void An_emergency_ends_when_the_journal_works_again_and_the_next_one_is_as_good()
    {
        using var fixture = new JournalFixture();
        for (var round = 0; round < 3; round++)
        {
            fixture.Disk.Answer = (call, _) => call == DiskCall.Write ? raw.SQLITE_FULL : 0;
            fixture.SayMany(2 - (round % 2));
            fixture.TryAgain();
            fixture.Disk.Answer = (_, _) => 0;
            fixture.TryAgain();
        }

        var rows = JournalFixture.TextOf(fixture.Path);

        Assert.Equal(
        [
            (2, JournalHealth.Emergency), (2, JournalHealth.Sound), (3, JournalHealth.Emergency), (3, JournalHealth.Sound),
            (5, JournalHealth.Emergency), (5, JournalHealth.Sound),
        ], fixture.Told);
        Assert.Equal(5, rows.Distinct().Count());
        Assert.Equal(PartHealth.Well, fixture.Writer.State.Health);
    }

    [Fact]
    public void In_an_emergency_commands_are_answered_and_the_state_says_what_works()
    {
        using var fixture = new JournalFixture();
        fixture.Disk.Answer = (call, _) => call == DiskCall.Write ? raw.SQLITE_FULL : 0;
        var command = fixture.SayIntent(TestPlans.One, 1);

        fixture.WriteAll();

        Assert.Equal([command], fixture.Answers.Select(answer => answer.Number));
        Assert.Equal("The journal cannot be written: the disk is full; 1 rows stand in the emergency file. Only exits and cancels.",
            fixture.Writer.State.Sentence);
    }

    [Fact]
    public void When_the_emergency_file_fails_too_nothing_is_told_durable_until_the_journal_works_again()
    {
        using var fixture = new JournalFixture();
        fixture.SayMany(2);
        fixture.WriteAll();
        fixture.Disk.Answer = (call, _) => call == DiskCall.Write ? raw.SQLITE_FULL : 0;
        File.Delete(JournalFile.EmergencyOf(fixture.Path));
        var waiting = fixture.SayIntent(TestPlans.One, 1);
        var refused = fixture.Say(new DeskFact { Kind = FactKind.CommandRefused, Refusal = RefusalCode.ReduceOnly }, isCommanded: true);

        fixture.TryAgain();
        var (told, answered) = (fixture.Told[^1], fixture.Answers.Select(answer => answer.Number).ToList());
        var state = fixture.Writer.State;
        fixture.Disk.Answer = (_, _) => 0;
        fixture.TryAgain();

        Assert.Equal((2, JournalHealth.Lost), told);
        Assert.Equal([refused], answered);
        Assert.Equal(PartHealth.Failed, state.Health);
        Assert.Equal((4, JournalHealth.Sound), fixture.Told[^1]);
        Assert.Equal([refused, waiting], fixture.Answers.Select(answer => answer.Number));
        Assert.Equal(3, JournalFixture.TextOf(fixture.Path).Count);
    }

    [Fact]
    public void A_full_emergency_file_keeps_what_fits_and_the_rest_waits()
    {
        using var fixture = new JournalFixture();
        fixture.Disk.Answer = (call, _) => call == DiskCall.Write ? raw.SQLITE_FULL : 0;
        fixture.SayMany(6_000);
        fixture.WriteAll();
        var (through, health) = fixture.Told[^1];
        var rows = new EmergencyFile(JournalFile.EmergencyOf(fixture.Path)).Read();

        fixture.Disk.Answer = (_, _) => 0;
        fixture.TryAgain();

        Assert.Equal(JournalHealth.Lost, health);
        Assert.Equal(through, rows[^1].Fact);
        Assert.InRange(through, 2_000, 5_999);
        Assert.Equal((6_000, JournalHealth.Sound), fixture.Told[^1]);
        Assert.Equal(6_000, JournalFixture.TextOf(fixture.Path).Distinct().Count());
    }

    [Fact]
    public void A_desk_whose_rows_nobody_takes_ends()
    {
        using var fixture = new JournalFixture();
        fixture.Disk.Answer = (call, _) => call == DiskCall.Write ? raw.SQLITE_FULL : 0;
        File.Delete(JournalFile.EmergencyOf(fixture.Path));
        fixture.SayMany(JournalKeeper.WaitingMost + 1);

        Assert.Throws<InvalidOperationException>(fixture.WriteAll);

        Assert.All(fixture.Told, told => Assert.Equal((0, JournalHealth.Lost), told));
    }

    /// <summary>In words: locked before the first commit or between two. A commit locks before it reads, so none is overtaken.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_journal_that_another_program_locks_is_an_emergency_until_it_lets_go(int before)
    {
        using var fixture = new JournalFixture();
        fixture.SayMany(before);
        fixture.WriteAll();
        fixture.Told.Clear();
        using (var other = SqliteLink.Open(fixture.Path, readOnly: false, busyMilliseconds: 0))
        {
            other.Execute("BEGIN IMMEDIATE");
            fixture.SayMany(1);
            fixture.WriteAll();
        }

        fixture.TryAgain();

        Assert.Equal([(before + 1, JournalHealth.Emergency), (before + 1, JournalHealth.Sound)], fixture.Told);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_journal_that_is_removed_or_replaced_while_the_desk_runs_is_an_emergency_until_it_is_back(bool isReplaced)
    {
        using var fixture = new JournalFixture();
        fixture.SayMany(2);
        fixture.WriteAll();
        foreach (var end in new[] { "", "-wal", "-shm" }) File.Move(fixture.Path + end, fixture.Path + ".away" + end);
        if (isReplaced) JournalFixture.Open(Path.Combine(Directory.CreateDirectory(fixture.Path + "x").FullName, "journal.db"));
        if (isReplaced) File.Move(Path.Combine(fixture.Path + "x", "journal.db"), fixture.Path);
        fixture.SayMany(1);
        fixture.TryAgain();
        fixture.TryAgain();
        var told = fixture.Told[^1];
        foreach (var end in new[] { "", "-wal", "-shm" })
        {
            File.Delete(fixture.Path + end);
            if (File.Exists(fixture.Path + ".away" + end)) File.Move(fixture.Path + ".away" + end, fixture.Path + end);
        }

        fixture.TryAgain();

        Assert.Equal((3, JournalHealth.Emergency), told);
        Assert.Equal((3, JournalHealth.Sound), fixture.Told[^1]);
        Assert.Equal(3, JournalFixture.TextOf(fixture.Path).Distinct().Count());
    }

    /// <summary>One desk whose disk fails at that call; null when it was never called so often.</summary>
    private static JournalHealth? FailAt(int n, int code, bool staysBroken)
    {
        using var fixture = new JournalFixture();
        var calls = 0;
        fixture.Disk.Answer = (call, _) =>
            CanAnswer(call, code, staysBroken) && (++calls == n || (staysBroken && calls > n)) ? code : 0;
        var worst = JournalHealth.Sound;
        for (var group = 0; group < 3; group++)
        {
            fixture.SayIntent(TestPlans.One, group + 1);
            fixture.SayMany(3);
            fixture.TryAgain();
            worst = (JournalHealth)Math.Max((byte)worst, (byte)fixture.Told[^1].Health);
            AssertDurable(fixture);
        }

        var hasFailed = fixture.Disk.Faults > 0;
        fixture.Disk.Answer = (_, _) => 0;
        fixture.TryAgain();
        Assert.Equal((12, JournalHealth.Sound), fixture.Told[^1]);
        Assert.Equal(3, fixture.Answers.Count);
        AssertDurable(fixture);
        Assert.Empty(new EmergencyFile(JournalFile.EmergencyOf(fixture.Path)).Read());
        return hasFailed ? worst : null;
    }

    /// <summary>
    /// What a disk answers to what. Memory that cannot be mapped once, and can be again, makes this SQLite sleep for a minute and a half;
    /// it claims nothing meanwhile.
    /// </summary>
    private static bool CanAnswer(DiskCall call, int code, bool staysBroken) => (code & 0xFF) switch
    {
        raw.SQLITE_CANTOPEN => call == DiskCall.Open,
        raw.SQLITE_CORRUPT => call == DiskCall.Read,
        raw.SQLITE_READONLY => call is DiskCall.Write or DiskCall.Sync,
        _ => staysBroken || call != DiskCall.MapMemory,
    };

    /// <summary>A desk that started now would find everything that was told, each once.</summary>
    private static void AssertDurable(JournalFixture fixture)
    {
        var answer = fixture.Disk.Answer;
        fixture.Disk.Answer = (_, _) => 0;
        using var copy = new TempFolder();
        AssertSurvives(CopyOf(fixture.Folder, copy.File("now")), ThroughOf(fixture), fixture.Said);
        fixture.Disk.Answer = answer;
    }

    private static void AssertSurvives(string folder, long through, long most)
    {
        var path = Path.Combine(folder, "journal.db");
        var file = JournalFixture.Open(path);
        var facts = new JournalReader(path).ReadAll(JournalFixture.Instruments)
            .SelectMany(page => page.Records).Select(record => record.Fact.Number).ToList();
        Assert.Equal(Enumerable.Range(1, facts.Count).Select(number => (long)number), facts);
        Assert.InRange(facts.Count, through, most);
        Assert.Equal(facts.Count + 1, file.End.Seq);
        var check = new JournalReader(path).Check();
        Assert.True(check.IsSound, $"{folder}: {check.Sentence}");
        Assert.True(file.TryBegin(TestPlans.Close, "1.2.4", out var refusal), refusal);
    }

    /// <summary>Two rows in the journal, the others in its emergency file, and the desk gone.</summary>
    private static void BreakOff(JournalFixture fixture, int rows)
    {
        fixture.SayMany(2);
        fixture.WriteAll();
        fixture.Disk.Answer = (call, _) => call == DiskCall.Write ? raw.SQLITE_FULL : 0;
        fixture.SayMany(rows);
        fixture.WriteAll();
        fixture.Disk.Answer = (_, _) => 0;
        Assert.Equal((2 + rows, JournalHealth.Emergency), fixture.Told[^1]);
    }

    private static long ThroughOf(JournalFixture fixture) => fixture.Told.Count == 0 ? 0 : fixture.Told[^1].Through;

    /// <summary>The files as a kill leaves them: all but the index of the log, which lives in memory.</summary>
    private static string CopyOf(string folder, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            if (!file.EndsWith("-shm", StringComparison.Ordinal)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        return to;
    }
}
