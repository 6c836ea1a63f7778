namespace TradingDesk.Engine.Storage.Sqlite.People;

/// <summary>The statements on what each person likes their desk to look like.</summary>
internal static class PreferenceTables
{
    public static Dictionary<(int Person, string Name), string> Read(SqliteLink link)
    {
        using var select = link.Prepare("SELECT person, name, value FROM preferences");
        var read = new Dictionary<(int, string), string>();
        while (select.Step()) read[((int)select.Number(0), select.Text(1))] = select.Text(2);
        return read;
    }

    /// <summary>An empty value is forgotten.</summary>
    public static void Keep(SqliteLink link, int person, string name, string value)
    {
        using var change = link.Prepare(value.Length == 0
            ? "DELETE FROM preferences WHERE person = ?1 AND name = ?2"
            : "INSERT OR REPLACE INTO preferences (person, name, value) VALUES (?1, ?2, ?3)");
        change.Bind(1, person);
        change.Bind(2, name);
        if (value.Length > 0) change.Bind(3, value);
        change.Run();
    }
}
