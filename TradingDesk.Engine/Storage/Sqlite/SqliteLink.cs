using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TradingDesk.Engine.Storage.Sqlite;

/// <summary>One connection to a SQLite file, never pooled, used by one thread at a time.</summary>
internal sealed partial class SqliteLink : IDisposable
{
    /// <summary>SQLITE_FCNTL_HAS_MOVED, which the wrapper of the library does not know.</summary>
    private const int HasMovedQuestion = 20;

    private readonly sqlite3 _database;
    private readonly string _path;

    static SqliteLink() => Batteries_V2.Init();

    private SqliteLink(sqlite3 database, string path) => (_database, _path) = (database, path);

    /// <summary>
    /// Opens the file; without <paramref name="readOnly"/> it is made when it does not exist. A reader goes without SQLite's own lock,
    /// which each column of each row would take.
    /// </summary>
    public static SqliteLink Open(string path, bool readOnly, int busyMilliseconds)
    {
        var way = readOnly ? raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_NOMUTEX : raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE;
        var code = raw.sqlite3_open_v2(path, out var database, way, null);
        try
        {
            SqliteException.ThrowExceptionForRC(code, database);
            var link = new SqliteLink(database, path);
            link.WaitWhenBusy(busyMilliseconds);
            return link;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>False between BEGIN and the end of its transaction; some errors end a transaction by themselves.</summary>
    public bool IsIdle => raw.sqlite3_get_autocommit(_database) != 0;

    /// <summary>False when the file was deleted or another one has its name: SQLite would go on with a file that nobody finds any
    /// more.</summary>
    public bool IsFileThere
    {
        get
        {
            var hasMoved = 0;
            return File.Exists(_path) && AskFile(_database, null, HasMovedQuestion, ref hasMoved) == raw.SQLITE_OK && hasMoved == 0;
        }
    }

    /// <summary>Rows the last statement that writes has inserted or deleted.</summary>
    public int RowsChanged => raw.sqlite3_changes(_database);

    /// <summary>Bytes of the log of writes that were not folded into the file yet, or of the room it keeps.</summary>
    public long LogBytes => new FileInfo(_path + "-wal") is { Exists: true } log ? log.Length : 0;

    /// <summary>How long SQLite itself waits for another connection's lock before it answers BUSY.</summary>
    public void WaitWhenBusy(int milliseconds) => Check(raw.sqlite3_busy_timeout(_database, milliseconds));

    public void Execute(string sql) => Check(raw.sqlite3_exec(_database, sql));

    public SqliteStatement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(_database, sql, out var statement));
        return new SqliteStatement(_database, statement);
    }

    /// <summary>The first column of the first row, or null without one.</summary>
    public string? ReadText(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Text(0) : null;
    }

    /// <summary>The first column of the first row, or 0 without one.</summary>
    public long ReadNumber(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Number(0) : 0;
    }

    public void Dispose() => _database.Dispose();

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _database);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_file_control", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static partial int AskFile(sqlite3 database, string? name, int question, ref int answer);
}
