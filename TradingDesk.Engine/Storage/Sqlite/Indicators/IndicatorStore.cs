using System.Globalization;

namespace TradingDesk.Engine.Storage.Sqlite.Indicators;

/// <summary>
/// The SQLite file of one world's indicator lists and snapshots. Any thread may call it, one at a time: calls are rare and share one
/// connection, which is opened anew after a fault it may not survive. Whatever stops it is answered as a sentence.
/// </summary>
internal sealed class IndicatorStore(string path, Func<SqliteLink> open) : IDisposable
{
    private const int BusyMillisecondsDefault = 2_000;

    /// <summary>A person's decision is on the disk before anybody is told that it counts.</summary>
    private const string ToTheDisk = "FULL";

    /// <summary>The last moments may be lost to a power cut: the snapshot before is as good.</summary>
    private const string ToTheSystem = "NORMAL";

    private readonly Lock _lock = new();
    private SqliteLink? _link;
    private bool _isClosed;

    /// <summary>Makes or upgrades the file; a file that cannot be used is refused with a sentence.</summary>
    /// <param name="path">The file; its folder is made too.</param>
    /// <param name="world">The market the desk reads; another's file is refused.</param>
    /// <param name="store">The store, or null.</param>
    /// <param name="refusal">Why not, or empty.</param>
    /// <param name="busyMilliseconds">How long another program's lock is waited for, on every call.</param>
    public static bool TryOpen(
        string path, CandleWorld world, out IndicatorStore? store, out string refusal, int busyMilliseconds = BusyMillisecondsDefault)
    {
        var file = Path.GetFullPath(path);
        store = new IndicatorStore(file, () => Open(file, world, busyMilliseconds));
        if (store.Try("be opened", _ => "", out refusal)) return true;
        store.Dispose();
        store = null;
        return false;
    }

    /// <summary>Reads the newest versions of the list.</summary>
    public bool TryReadVersions(int most, out IReadOnlyList<StoredVersion> newestFirst, out string refusal)
    {
        List<StoredVersion> read = [];
        var isRead = Try("read the versions of the list", link => Done(read = IndicatorTables.ReadVersions(link, most)), out refusal);
        newestFirst = read;
        return isRead;
    }

    /// <summary>Adds a version. When this answers true it survives a power cut; a number that is there already is refused.</summary>
    public bool TryAdd(StoredVersion version, out string refusal) => TryWrite("write the list", ToTheDisk, link =>
        IndicatorTables.Add(link, version) ? "" : Sentence($"Version {version.Version} of the indicator list is in the store already."),
        out refusal);

    /// <summary>Deletes a version that never came into force; one that is not there is no fault.</summary>
    public bool TryWithdraw(int version, out string refusal) => TryWrite("withdraw the list", ToTheDisk, link =>
    {
        IndicatorTables.Withdraw(link, version);
        return "";
    }, out refusal);

    /// <summary>Adds a snapshot and deletes all but the newest <see cref="IndicatorTables.SnapshotsMost"/>: both or neither.</summary>
    public bool TryKeep(StoredSnapshot snapshot, out string refusal) => TryWrite("keep the snapshot", ToTheSystem, link =>
    {
        IndicatorTables.Keep(link, snapshot);
        return "";
    }, out refusal);

    /// <summary>Lists the snapshots without reading their bytes, in the order they were kept.</summary>
    public bool TryReadSnapshots(out IReadOnlyList<SnapshotHead> newestFirst, out string refusal)
    {
        List<SnapshotHead> read = [];
        var isRead = Try("read the snapshots", link => Done(read = IndicatorTables.ReadHeads(link)), out refusal);
        newestFirst = read;
        return isRead;
    }

    /// <summary>Reads one snapshot with its bytes, also one whose hash does not fit: see <see cref="StoredSnapshot.IsWhole"/>.</summary>
    public bool TryReadSnapshot(long id, out StoredSnapshot? snapshot, out string refusal)
    {
        StoredSnapshot? read = null;
        var isRead = Try("read the snapshot", link =>
            (read = IndicatorTables.ReadSnapshot(link, id)) is not null ? ""
                : Sentence($"Snapshot {id} is not kept any more: the newest {IndicatorTables.SnapshotsMost} are."), out refusal);
        snapshot = read;
        return isRead;
    }

    /// <summary>Deletes all snapshots, for a market that began anew.</summary>
    public bool TryForgetSnapshots(out string refusal) => TryWrite("forget the snapshots", ToTheDisk, link =>
    {
        IndicatorTables.ForgetSnapshots(link);
        return "";
    }, out refusal);

    /// <summary>Closes the file; calls that come later are refused.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isClosed = true;
            CloseLink();
        }
    }

    private static string Done<T>(T _) => "";

    private static string Sentence(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static SqliteLink Open(string path, CandleWorld world, int busyMilliseconds)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var link = SqliteLink.Open(path, readOnly: false, busyMilliseconds);
        try
        {
            IndicatorTables.Form.MakeReady(link, path, world);
            return link;
        }
        catch
        {
            link.Dispose();
            throw;
        }
    }

    /// <summary>Works in a transaction, which a refusal or an error undoes.</summary>
    private bool TryWrite(string doing, string synchronous, Func<SqliteLink, string> work, out string refusal) => Try(doing, link =>
    {
        link.Execute($"PRAGMA synchronous = {synchronous}; BEGIN IMMEDIATE");
        try
        {
            var refused = work(link);
            link.Execute(refused.Length == 0 ? "COMMIT" : "ROLLBACK");
            return refused;
        }
        catch
        {
            if (!link.IsIdle) link.Execute("ROLLBACK");
            throw;
        }
    }, out refusal);

    /// <summary>Works on the connection; what the work answers is its refusal, empty for none.</summary>
    private bool Try(string doing, Func<SqliteLink, string> work, out string refusal)
    {
        lock (_lock)
        {
            try
            {
                refusal = _isClosed ? $"The indicator store {path} is closed: the desk is stopping." : work(OpenLink());
            }
            catch (Exception error) when (StoreFault.From(error) is { } fault)
            {
                if (fault.NeedsNewLink) CloseLink();
                refusal = fault.IsRefusal ? fault.Reason : $"The indicator store {path} cannot {doing}: {fault.Reason}.";
            }

            return refusal.Length == 0;
        }
    }

    /// <summary>A removed file is told once, for what it held is lost; the next call makes it anew.</summary>
    private SqliteLink OpenLink()
    {
        if (_link is { IsFileThere: false })
            throw new InvalidDataException($"The indicator store {path} was removed while the desk ran: what it held is lost.");
        return _link ??= open();
    }

    private void CloseLink()
    {
        _link?.Dispose();
        _link = null;
    }
}
