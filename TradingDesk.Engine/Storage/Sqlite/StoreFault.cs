using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TradingDesk.Engine.Storage.Sqlite;

/// <summary>What stopped a store from working, in words that end a sentence, and whether a new connection may cure it.</summary>
internal sealed record StoreFault(string Reason, bool NeedsNewLink, bool IsRefusal = false)
{
    /// <summary>Reads the foreign failures that a store lives with; null is a programmer's error, which must be heard.</summary>
    public static StoreFault? From(Exception error) => error switch
    {
        SqliteException { SqliteExtendedErrorCode: raw.SQLITE_BUSY_SNAPSHOT } =>
            new StoreFault("another program wrote to it in between", NeedsNewLink: true),
        SqliteException sqlite => new StoreFault(ReasonOf(sqlite), NeedsNewLinkAfter(sqlite.SqliteErrorCode)),
        InvalidDataException refusal => new StoreFault(refusal.Message, NeedsNewLink: true, IsRefusal: true),
        IOException or UnauthorizedAccessException => new StoreFault(Trimmed(error.Message), NeedsNewLink: true),
        _ => null,
    };

    /// <summary>A lock and a full disk pass by themselves; after anything else the connection is not trusted.</summary>
    private static bool NeedsNewLinkAfter(int code) => code is not (raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_FULL);

    private static string ReasonOf(SqliteException error) => error.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "it is locked by another program",
        raw.SQLITE_FULL => "the disk is full",
        raw.SQLITE_READONLY => "it is read-only",
        raw.SQLITE_IOERR => "the disk reports an error",
        raw.SQLITE_CORRUPT => "its file is damaged",
        raw.SQLITE_NOTADB => "its file is not a SQLite database",
        raw.SQLITE_CANTOPEN => "its file cannot be opened",
        raw.SQLITE_PERM or raw.SQLITE_AUTH => "the desk has no permission to it",
        _ => Trimmed(error.Message),
    };

    private static string Trimmed(string message) => message.TrimEnd('.', ' ');
}
