using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.People;

namespace TradingDesk.Tests.Engine.Hosting.People;

/// <summary>The record of who did what: that it cannot be changed without being told.</summary>
public sealed class AuditDeskTests : IDisposable
{
    private readonly PeopleUnderTest _people = new();

    public AuditDeskTests()
    {
        for (var i = 0; i < 4; i++) _people.SignIn();
    }

    [Fact]
    public void It_tells_who_did_what_newest_first_and_is_whole()
    {
        var lines = _people.Audit();

        Assert.Equal([5L, 4, 3, 2, 1], lines.Select(line => line.Number));
        Assert.Equal((PeopleUnderTest.Name, "10.0.0.1", "signed-in"), (lines[0].By, lines[0].From, lines[0].What));
        Assert.Equal("first-person", lines[4].What);
        Assert.Equal([2L, 1], _people.Desk.Audit.Read(3, 100).Select(line => line.Number));
        Assert.Equal("", _people.Desk.Audit.Check());
    }

    [Theory]
    [InlineData("UPDATE audit SET by = 'eve' WHERE number = 3", "Line 3 of the audit was changed after it was written.")]
    [InlineData("UPDATE audit SET at = at + 1 WHERE number = 1", "Line 1 of the audit was changed after it was written.")]
    [InlineData("DELETE FROM audit WHERE number = 2", "Line 2 of the audit is missing.")]
    [InlineData("DELETE FROM audit WHERE number > 3", "The audit ends at line 3, and it had 5: its end was cut off.")]
    [InlineData("DELETE FROM audit", "The audit ends at line 0, and it had 5: its end was cut off.")]
    public void What_was_done_to_it_with_another_program_is_told_by_the_check_and_at_the_start(string deed, string sentence)
    {
        _people.Restart(() => Do("DROP TRIGGER audit_keeps", "DROP TRIGGER audit_stays", deed));

        Assert.Equal(sentence, _people.Desk.Audit.Trouble);
        Assert.Equal(sentence, _people.Desk.Audit.Check());
    }

    /// <summary>Every line follows the one before; only the file beside the database knows that they are others.</summary>
    [Fact]
    public void A_chain_that_was_made_anew_is_told_too()
    {
        _people.Restart(() =>
        {
            using var link = SqliteLink.Open(_people.Database, readOnly: false, 0);
            var lines = AuditTables.Read(link, long.MaxValue, 100).Select(row => row.Entry).Reverse().ToArray();
            link.Execute("DROP TRIGGER audit_keeps");
            link.Execute("DROP TRIGGER audit_stays");
            link.Execute("DELETE FROM audit");
            var last = Convert.ToHexStringLower(ChainEnd.Beginning.Hash);
            foreach (var line in lines)
            {
                var row = AuditRow.After(last, line.Number == 3 ? line with { By = "eve" } : line);
                AuditTables.Add(link, row);
                last = row.Hash;
            }
        });

        Assert.Equal("The audit is another one since line 5.", _people.Desk.Audit.Trouble);
    }

    [Fact]
    public void Without_the_file_that_says_where_it_ends_a_cut_would_not_be_seen_and_that_is_told()
    {
        _people.Restart(() => File.Delete(_people.Database + ".head"));

        Assert.StartsWith("The file that says where the audit ended is gone", _people.Desk.Audit.Trouble, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE audit SET by = 'eve'")]
    [InlineData("DELETE FROM audit")]
    public void Its_own_database_refuses_everything_but_adding(string deed)
    {
        var refused = Assert.ThrowsAny<Exception>(() => Do(deed));

        Assert.Contains("the audit is only added to", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_and_signs_that_nobody_sees_cannot_be_smuggled_in()
    {
        _people.SignIn(from: new("10.0.0.1", "a\nbrowser\u001fwith\ttricks\0"));

        Assert.Equal("a browser with tricks ", _people.Audit()[0].After);
        Assert.Equal("", _people.Desk.Audit.Check());
    }

    [Fact]
    public void Nobody_but_the_desks_user_may_read_the_file_nor_the_keys()
    {
        if (OperatingSystem.IsWindows()) return;
        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        Assert.Equal(OwnerOnly, File.GetUnixFileMode(_people.Database));
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(_people.Folder.File("keys", "secrets.key")));
        Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(_people.Folder.File("keys")));
    }

    public void Dispose() => _people.Dispose();

    private void Do(params string[] deeds)
    {
        using var link = SqliteLink.Open(_people.Database, readOnly: false, 0);
        foreach (var deed in deeds) link.Execute(deed);
    }
}
