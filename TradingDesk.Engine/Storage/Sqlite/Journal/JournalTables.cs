namespace TradingDesk.Engine.Storage.Sqlite.Journal;

/// <summary>
/// The one table of a journal, only ever appended to. Moments are nanoseconds since 1970 UTC; what the other columns hold is said in
/// <see cref="JournalRow"/>.
/// </summary>
internal static class JournalTables
{
    /// <summary>In the order in which the hash takes them.</summary>
    public const string Columns = "seq, run, fact, at, kind, intent, segment, token, instrument, body, command, hash";

    public const string Insert = $"INSERT INTO journal ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";

    /// <summary>`TDJN` in the header. The triggers stop a slip of the hand; whoever means it is found by the chain.</summary>
    public static StoreSchema Form { get; } = new(0x54444A4E, "a", "journal", "orders",
        """
        CREATE TABLE journal (seq INTEGER NOT NULL PRIMARY KEY, run INTEGER NOT NULL, fact INTEGER NOT NULL, at INTEGER NOT NULL,
            kind INTEGER NOT NULL, intent INTEGER NOT NULL, segment INTEGER NOT NULL, token INTEGER NOT NULL, instrument TEXT NOT NULL,
            body BLOB NOT NULL, command TEXT NOT NULL, hash BLOB NOT NULL);
        CREATE INDEX journal_run ON journal (run) WHERE fact = 0;
        CREATE INDEX journal_intent ON journal (intent) WHERE intent > 0;
        CREATE INDEX journal_instrument ON journal (segment, token) WHERE instrument <> '';
        CREATE TRIGGER journal_keeps_rows BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'A journal is only appended to'); END;
        CREATE TRIGGER journal_keeps_cells BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'A journal is only appended to'); END;
        """);

    /// <summary>The table's last row.</summary>
    public static ChainEnd EndOf(SqliteLink link)
    {
        using var last = link.Prepare("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1");
        return last.Step() ? new ChainEnd(last.Number(0), last.Bytes(1)) : ChainEnd.Beginning;
    }

    /// <summary>The hash of that row; null without it.</summary>
    public static byte[]? HashAt(SqliteLink link, long seq)
    {
        using var row = link.Prepare("SELECT hash FROM journal WHERE seq = ?1");
        row.Bind(1, seq);
        return row.Step() ? row.Bytes(0) : null;
    }
}
