using TradingDesk.Engine.People;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Sqlite.People;

/// <summary>The statements on the audit, which is only added to.</summary>
internal static class AuditTables
{
    private const string Columns = "number, at, by, address, what, about, before, after, hash";

    public static ChainEnd ReadEnd(SqliteLink link)
    {
        using var select = link.Prepare("SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1");
        return select.Step() ? new ChainEnd(select.Number(0), Convert.FromHexString(select.Text(1))) : ChainEnd.Beginning;
    }

    public static void Add(SqliteLink link, AuditRow row)
    {
        using var insert = link.Prepare($"INSERT INTO audit ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
        insert.Bind(1, row.Entry.Number);
        insert.Bind(2, row.Entry.At.Nanos);
        insert.Bind(3, row.Entry.By);
        insert.Bind(4, row.Entry.From);
        insert.Bind(5, row.Entry.What);
        insert.Bind(6, row.Entry.About);
        insert.Bind(7, row.Entry.Before);
        insert.Bind(8, row.Entry.After);
        insert.Bind(9, row.Hash);
        insert.Run();
    }

    /// <summary>The newest lines before a number, newest first.</summary>
    public static List<AuditRow> Read(SqliteLink link, long before, int most)
    {
        using var select = link.Prepare($"SELECT {Columns} FROM audit WHERE number < ?1 ORDER BY number DESC LIMIT ?2");
        select.Bind(1, before);
        select.Bind(2, most);
        var rows = new List<AuditRow>();
        while (select.Step()) rows.Add(RowOf(select));
        return rows;
    }

    /// <summary>What is wrong with the chain from its first line to the end that is expected, or empty.</summary>
    public static string Check(SqliteLink link, ChainEnd expected)
    {
        using var select = link.Prepare($"SELECT {Columns} FROM audit ORDER BY number");
        var (last, number) = (Convert.ToHexStringLower(ChainEnd.Beginning.Hash), 0L);
        while (select.Step())
        {
            var row = RowOf(select);
            if (row.Entry.Number != number + 1) return $"Line {number + 1} of the audit is missing.";
            if (!row.Follows(last)) return $"Line {row.Entry.Number} of the audit was changed after it was written.";
            (last, number) = (row.Hash, row.Entry.Number);
            if (number == expected.Seq
                && last != Convert.ToHexStringLower(expected.Hash)) return $"The audit is another one since line {number}.";
        }

        return number < expected.Seq ? $"The audit ends at line {number}, and it had {expected.Seq}: its end was cut off." : "";
    }

    private static AuditRow RowOf(SqliteStatement row) => new(
        new AuditEntry(row.Number(0), new Instant(row.Number(1)), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Text(6),
            row.Text(7)),
        row.Text(8));
}
