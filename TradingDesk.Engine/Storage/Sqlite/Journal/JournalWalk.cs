using System.Globalization;

namespace TradingDesk.Engine.Storage.Sqlite.Journal;

/// <summary>A walk along the rows of a journal, then of its emergency file, that ends at the first row which does not follow.</summary>
internal sealed class JournalWalk : IDisposable
{
    private readonly Queue<JournalRow> _leftOver;
    private readonly SqliteLink _link;
    private readonly SqliteStatement _rows;
    private bool _isTableDone;

    /// <param name="path">The journal's.</param>
    /// <param name="from">The row it begins after.</param>
    public JournalWalk(string path, ChainEnd from)
    {
        // Read before the table: a row that moves there meanwhile is met twice, never missed.
        _leftOver = new Queue<JournalRow>(new EmergencyFile(JournalFile.EmergencyOf(path)).Read());
        End = from;
        _link = JournalReader.Open(path);
        try
        {
            _rows = _link.Prepare($"SELECT {JournalTables.Columns} FROM journal WHERE seq > ?1 ORDER BY seq");
            _rows.Bind(1, from.Seq == 0 ? long.MinValue : from.Seq);
        }
        catch
        {
            _link.Dispose();
            throw;
        }
    }

    /// <summary>The last row that can be believed.</summary>
    public ChainEnd End { get; private set; }

    /// <summary>Why the walk ended before the end; empty when it did not.</summary>
    public string Problem { get; private set; } = "";

    /// <summary>The next row; null at the end or at a problem.</summary>
    public JournalRow? TryNext()
    {
        if (Problem.Length > 0 || Take() is not { } row) return null;
        Problem = ProblemOf(row);
        if (Problem.Length > 0) return null;
        End = row.End;
        return row;
    }

    /// <summary>What SQLite finds wrong with the file besides its rows, such as an index that lacks some; empty without anything.</summary>
    public string FindDamage() => _link.ReadText("PRAGMA integrity_check(1)") is { } found && found != "ok" ? found : "";

    public void Dispose()
    {
        _rows.Dispose();
        _link.Dispose();
    }

    private JournalRow? Take()
    {
        if (!_isTableDone && _rows.Step()) return JournalRow.Of(_rows);
        _isTableDone = true;
        while (_leftOver.TryPeek(out var old) && old.Seq <= End.Seq) _leftOver.Dequeue();
        return _leftOver.TryDequeue(out var row) ? row : null;
    }

    private string ProblemOf(JournalRow row)
    {
        if (row.Follows(End)) return "";
        var wanted = End.Seq + 1;
        return row.Seq == wanted
            ? string.Create(CultureInfo.InvariantCulture, $"row {wanted} is not what was written, or does not follow the row before it")
            : string.Create(CultureInfo.InvariantCulture, $"row {wanted} is missing; row {row.Seq} stands in its place");
    }
}
