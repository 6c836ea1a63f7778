using Microsoft.Data.Sqlite;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Storage.Sqlite;

/// <summary>A file of any earlier version is brought up to date, step by step and each step whole.</summary>
public sealed class StoreSchemaTests
{
    private const int Id = 0x54445453;
    private const string First = "CREATE TABLE notes (text TEXT)";

    [Fact]
    public void A_file_of_an_earlier_version_gets_the_steps_it_lacks_and_keeps_its_rows()
    {
        using var folder = new TempFolder();
        using var link = Link(folder);
        Schema(First).MakeReady(link, "notes.db", CandleWorld.Market);
        link.Execute("INSERT INTO notes VALUES ('kept')");

        Schema(First, "ALTER TABLE notes ADD COLUMN page INTEGER", "UPDATE notes SET page = 7")
            .MakeReady(link, "notes.db", CandleWorld.Market);

        Assert.Equal("kept 7", link.ReadText("SELECT text || ' ' || page FROM notes"));
        Assert.Equal((3, Id), (link.ReadNumber("PRAGMA user_version"), link.ReadNumber("PRAGMA application_id")));
        Assert.Equal("market", link.ReadText("SELECT value FROM meta WHERE key = 'world'"));
    }

    [Fact]
    public void A_step_that_fails_leaves_the_version_before_it()
    {
        using var folder = new TempFolder();
        using var link = Link(folder);

        var broken = Schema(First, "INSERT INTO notes VALUES ('half'); INSERT INTO nowhere VALUES (1)");
        Assert.Throws<SqliteException>(() => broken.MakeReady(link, "notes.db", CandleWorld.Market));

        Assert.True(link.IsIdle);
        Assert.Equal((1, 0), (link.ReadNumber("PRAGMA user_version"), link.ReadNumber("SELECT COUNT(*) FROM notes")));
    }

    [Fact]
    public void A_first_step_that_fails_leaves_an_empty_file()
    {
        using var folder = new TempFolder();
        using var link = Link(folder);

        Assert.Throws<SqliteException>(() => Schema("INSERT INTO nowhere VALUES (1)").MakeReady(link, "notes.db", CandleWorld.Market));

        Assert.Equal(0, link.ReadNumber("SELECT COUNT(*) FROM sqlite_master"));
        Assert.Equal((0, 0), (link.ReadNumber("PRAGMA user_version"), link.ReadNumber("PRAGMA application_id")));
    }

    private static StoreSchema Schema(params string[] steps) => new(Id, "a", "notebook", "notes", steps);

    private static SqliteLink Link(TempFolder folder) => SqliteLink.Open(folder.File("notes.db"), readOnly: false, busyMilliseconds: 0);
}
