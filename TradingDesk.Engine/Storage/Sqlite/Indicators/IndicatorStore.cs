using System.Globalization;

namespace TradingDesk.Engine.Storage.Sqlite.Indicators;

/// <summary>
/// The SQLite file of one world's indicator lists and snapshots. Any thread may call it, one at a time: calls are rare and share one
/// connection, which is opened anew after a fault it may not survive. Whatever stops it is answered as a sentence.
/// </summary>
internal sealed class IndicatorStore(string path, Func<SqliteLink> open) : IDisposable
{
    private readonly SharedStore _file = new("indicator store", path, open);

    /// <summary>Makes or upgrades the file; a file that cannot be used is refused with a sentence.</summary>
    /// <param name="path">The file; its folder is made too.</param>
    /// <param name="world">The market the desk reads; another's file is refused.</param>
    /// <param name="store">The store, or null.</param>
    /// <param name="refusal">Why not, or empty.</param>
    /// <param name="busyMilliseconds">How long another program's lock is waited for, on every call.</param>
    public static bool TryOpen(
        string path, CandleWorld world, out IndicatorStore? store, out string refusal,
        int busyMilliseconds = SharedStore.BusyMillisecondsDefault)
    {
        var file = Path.GetFullPath(path);
        store = new IndicatorStore(file, () => SharedStore.OpenFile(file, IndicatorTables.Form, world, busyMilliseconds));
        if (store._file.Try("be opened", _ => "", out refusal)) return true;
        store.Dispose();
        store = null;
        return false;
    }

    /// <summary>Reads the newest versions of the list.</summary>
    public bool TryReadVersions(int most, out IReadOnlyList<StoredVersion> newestFirst, out string refusal)
    {
        List<StoredVersion> read = [];
        var isRead = _file.Try("read the versions of the list", link => Done(read = IndicatorTables.ReadVersions(link, most)), out refusal);
        newestFirst = read;
        return isRead;
    }

    /// <summary>Adds a version. When this answers true it survives a power cut; a number that is there already is refused.</summary>
    public bool TryAdd(StoredVersion version, out string refusal) => _file.TryWrite("write the list", SharedStore.ToTheDisk, link =>
        IndicatorTables.Add(link, version) ? "" : Sentence($"Version {version.Version} of the indicator list is in the store already."),
        out refusal);

    /// <summary>Deletes a version that never came into force; one that is not there is no fault.</summary>
    public bool TryWithdraw(int version, out string refusal) => _file.TryWrite("withdraw the list", SharedStore.ToTheDisk, link =>
    {
        IndicatorTables.Withdraw(link, version);
        return "";
    }, out refusal);

    /// <summary>Adds a snapshot and deletes all but the newest <see cref="IndicatorTables.SnapshotsMost"/>: both or neither.</summary>
    public bool TryKeep(StoredSnapshot snapshot, out string refusal) => _file.TryWrite("keep the snapshot", SharedStore.ToTheSystem, link =>
    {
        IndicatorTables.Keep(link, snapshot);
        return "";
    }, out refusal);

    /// <summary>Lists the snapshots without reading their bytes, in the order they were kept.</summary>
    public bool TryReadSnapshots(out IReadOnlyList<SnapshotHead> newestFirst, out string refusal)
    {
        List<SnapshotHead> read = [];
        var isRead = _file.Try("read the snapshots", link => Done(read = IndicatorTables.ReadHeads(link)), out refusal);
        newestFirst = read;
        return isRead;
    }

    /// <summary>Reads one snapshot with its bytes, also one whose hash does not fit: see <see cref="StoredSnapshot.IsWhole"/>.</summary>
    public bool TryReadSnapshot(long id, out StoredSnapshot? snapshot, out string refusal)
    {
        StoredSnapshot? read = null;
        var isRead = _file.Try("read the snapshot", link =>
            (read = IndicatorTables.ReadSnapshot(link, id)) is not null ? ""
                : Sentence($"Snapshot {id} is not kept any more: the newest {IndicatorTables.SnapshotsMost} are."), out refusal);
        snapshot = read;
        return isRead;
    }

    /// <summary>Deletes all snapshots, for a market that began anew.</summary>
    public bool TryForgetSnapshots(out string refusal) => _file.TryWrite("forget the snapshots", SharedStore.ToTheDisk, link =>
    {
        IndicatorTables.ForgetSnapshots(link);
        return "";
    }, out refusal);

    /// <summary>Closes the file; calls that come later are refused.</summary>
    public void Dispose() => _file.Dispose();

    private static string Done<T>(T _) => "";

    private static string Sentence(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
