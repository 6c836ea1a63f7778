namespace TradingDesk.Engine.Storage.Sqlite.People;

/// <summary>The SQLite file of people, their sessions and the audit; one for all markets of a data folder.</summary>
internal sealed class PeopleStore : IDisposable
{
    private readonly SharedStore _file;
    private readonly ChainHead _head;

    private PeopleStore(string path)
    {
        _file = new SharedStore("people store", path, () => SharedStore.OpenFile(path, PeopleTables.Form, CandleWorld.Every));
        _head = new ChainHead(path + ".head");
    }

    /// <summary>Opens or makes the file and reads all of it; a file that cannot be used is refused with a sentence.</summary>
    public static PeopleStore? TryOpen(string path, out PeopleRows? rows, out string refusal)
    {
        var store = new PeopleStore(Path.GetFullPath(path));
        rows = store.Read(out refusal);
        if (rows is not null)
        {
            KeepFromOthers(path);
            return store;
        }

        store.Dispose();
        return null;
    }

    /// <summary>All that is in the file; null with a sentence when it cannot be read.</summary>
    public PeopleRows? Read(out string refusal)
    {
        PeopleRows? read = null;
        _file.Try("be read", link =>
        {
            read = new PeopleRows(PeopleTables.ReadPersons(link), PeopleTables.ReadSessions(link), AuditTables.ReadEnd(link));
            return "";
        }, out refusal);
        return refusal.Length == 0 ? read : null;
    }

    /// <summary>When this answers true the change survives a power cut, with its lines of the audit.</summary>
    public bool TryWrite(PeopleChange change, out string refusal)
    {
        var isWritten = _file.TryWrite("keep the change", SharedStore.ToTheDisk, link =>
        {
            foreach (var person in change.Persons) PeopleTables.Keep(link, person);
            foreach (var session in change.Sessions) PeopleTables.Keep(link, session);
            foreach (var ended in change.Ended) PeopleTables.End(link, ended);
            foreach (var row in change.Audit) AuditTables.Add(link, row);
            return "";
        }, out refusal);
        if (isWritten && change.Audit is [.., var last])
            _head.TryWrite(new ChainEnd(last.Entry.Number, Convert.FromHexString(last.Hash)), toDisk: true);
        return isWritten;
    }

    /// <summary>Everybody's preferences; none where they cannot be read, for a desk can do without.</summary>
    public IReadOnlyDictionary<(int Person, string Name), string> ReadPreferences()
    {
        Dictionary<(int, string), string> read = [];
        _ = _file.Try("read preferences", link =>
        {
            read = PreferenceTables.Read(link);
            return "";
        }, out _);
        return read;
    }

    public bool TryKeepPreference(int person, string name, string value, out string refusal) =>
        _file.TryWrite("keep a preference", SharedStore.ToTheSystem, link =>
        {
            PreferenceTables.Keep(link, person, name, value);
            return "";
        }, out refusal);

    /// <summary>The newest lines of the audit before a number, newest first.</summary>
    public bool TryReadAudit(long before, int most, out IReadOnlyList<AuditRow> newestFirst, out string refusal)
    {
        List<AuditRow> read = [];
        var isRead = _file.Try("read the audit", link =>
        {
            read = AuditTables.Read(link, before, most);
            return "";
        }, out refusal);
        newestFirst = read;
        return isRead;
    }

    /// <summary>Walks the whole chain against the file that says where it ended; what is wrong is a sentence, empty is sound.</summary>
    public string CheckAudit()
    {
        var expected = _head.Read();
        _ = _file.Try("check the audit", link =>
            expected is null && AuditTables.ReadEnd(link).Seq > 0
                ? "The file that says where the audit ended is gone or damaged: whether its end was cut off cannot be told."
                : AuditTables.Check(link, expected ?? ChainEnd.Beginning), out var wrong);
        return wrong;
    }

    public void Dispose() => _file.Dispose();

    /// <summary>Hashes of passwords are nobody else's to try; the files beside it take its mode from it.</summary>
    private static void KeepFromOthers(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        foreach (var file in new[] { path, path + "-wal", path + "-shm" }.Where(File.Exists))
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
