using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TradingDesk.Engine.Storage.Sqlite;

/// <summary>A prepared statement, bound and stepped directly: per row it allocates nothing, which the ADO layer does.</summary>
internal sealed partial class SqliteStatement(sqlite3 database, sqlite3_stmt statement) : IDisposable
{
    private readonly nint _handle = statement.DangerousGetHandle();

    /// <summary>Sets a parameter; places count from 1.</summary>
    public void Bind(int place, long value) => Check(raw.sqlite3_bind_int64(statement, place, value));

    public void Bind(int place, string value) => Check(raw.sqlite3_bind_text(statement, place, value));

    public void Bind(int place, ReadOnlySpan<byte> value) => Check(raw.sqlite3_bind_blob(statement, place, value));

    /// <summary>Text as UTF-8, whole: the other way ends it at its first zero. The library takes no bytes at all for a null.</summary>
    public void BindText(int place, ReadOnlySpan<byte> utf8) =>
        Check(utf8.IsEmpty ? raw.sqlite3_bind_text(statement, place, "") : raw.sqlite3_bind_text(statement, place, utf8));

    /// <summary>Goes to the next row; false means that there is none and the statement may be bound again.</summary>
    public bool Step()
    {
        var code = StepOn(_handle);
        if (code == raw.SQLITE_ROW) return true;
        try
        {
            Check(code);
        }
        finally
        {
            Reset();
        }

        return false;
    }

    /// <summary>Runs a statement that answers no rows.</summary>
    public void Run()
    {
        while (Step())
        {
        }
    }

    /// <summary>Ends a read before its last row. The code it answers repeats the step's error, which was thrown already.</summary>
    public void Reset() => _ = raw.sqlite3_reset(statement);

    /// <summary>A column of the row; columns count from 0.</summary>
    public long Number(int column) => ReadNumber(_handle, column);

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    /// <summary>A copy of the column's bytes.</summary>
    public byte[] Bytes(int column) => raw.sqlite3_column_blob(statement, column).ToArray();

    public void Dispose() => statement.Dispose();

    // Called for each candle, and nine times for each: the library's own way costs six times as much. The handle lives as long as this
    // object, which the caller holds.
    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_step")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static partial int StepOn(nint statement);

    /// <summary>Reads memory and returns at once.</summary>
    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_column_int64"), SuppressGCTransition]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static partial long ReadNumber(nint statement, int column);

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, database);
}
