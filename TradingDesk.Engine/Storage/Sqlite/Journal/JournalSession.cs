namespace TradingDesk.Engine.Storage.Sqlite.Journal;

/// <summary>The writer's connection to the journal with its prepared statement; any failure ends it, and another one looks anew how far
/// the journal goes.</summary>
internal sealed class JournalSession(SqliteLink link) : IDisposable
{
    private readonly SqliteStatement _insert = link.Prepare(JournalTables.Insert);

    /// <summary>
    /// How many of the rows stand in the file already: a commit that failed may have been one. A file that ends neither before them nor
    /// among them is not the one they belong to.
    /// </summary>
    public int CountThere(ChainEnd before, IReadOnlyList<JournalRow> rows)
    {
        var end = JournalTables.EndOf(link);
        if (end.IsAt(before)) return 0;
        var there = end.Seq - before.Seq;
        if (there > 0 && there <= rows.Count && end.IsAt(rows[(int)there - 1].End)) return (int)there;
        throw new InvalidDataException("The journal's file is not the one that the desk has written so far.");
    }

    /// <summary>Writes the first rows in one transaction: when it returns they are on the disk, all of them.</summary>
    public void Append(IReadOnlyList<JournalRow> rows, int count)
    {
        link.Execute("BEGIN IMMEDIATE");
        for (var place = 0; place < count; place++)
        {
            rows[place].BindTo(_insert);
            _insert.Run();
        }

        link.Execute("COMMIT");
        if (!link.IsFileThere) throw new IOException("its file was removed or replaced while the desk ran");
    }

    public void WaitWhenBusy(int milliseconds) => link.WaitWhenBusy(milliseconds);

    /// <summary>Rolls back what a failure left undone.</summary>
    public void Dispose()
    {
        _insert.Dispose();
        link.Dispose();
    }
}
