namespace TradingDesk.Engine.Storage.Sqlite;

/// <summary>
/// One connection to a file of rare writes, shared by any thread one at a time and opened anew after a fault it may not survive. Whatever
/// stops the work is answered as a sentence.
/// </summary>
/// <param name="name">What the file is called in sentences.</param>
/// <param name="path">The file.</param>
/// <param name="open">Opens it anew: <see cref="OpenFile"/>, or in tests what a fault leaves of it.</param>
internal sealed class SharedStore(string name, string path, Func<SqliteLink> open) : IDisposable
{
    /// <summary>A person's decision is on the disk before anybody is told that it counts.</summary>
    public const string ToTheDisk = "FULL";

    /// <summary>The last moments may be lost to a power cut.</summary>
    public const string ToTheSystem = "NORMAL";

    public const int BusyMillisecondsDefault = 2_000;

    private readonly Lock _lock = new();
    private SqliteLink? _link;
    private bool _isClosed;

    /// <summary>Opens the file, makes its folder and brings its tables up to date.</summary>
    /// <param name="path">The file.</param>
    /// <param name="form">Its tables.</param>
    /// <param name="world">The market its rows come from; another's file is refused.</param>
    /// <param name="busyMilliseconds">How long another program's lock is waited for, on every call.</param>
    public static SqliteLink OpenFile(string path, StoreSchema form, CandleWorld world, int busyMilliseconds = BusyMillisecondsDefault)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var link = SqliteLink.Open(path, readOnly: false, busyMilliseconds);
        try
        {
            form.MakeReady(link, path, world);
            return link;
        }
        catch
        {
            link.Dispose();
            throw;
        }
    }

    /// <summary>Works in a transaction, which a refusal or an error undoes.</summary>
    public bool TryWrite(string doing, string synchronous, Func<SqliteLink, string> work, out string refusal) => Try(doing, link =>
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
    public bool Try(string doing, Func<SqliteLink, string> work, out string refusal)
    {
        lock (_lock)
        {
            try
            {
                refusal = _isClosed ? $"The {name} {path} is closed: the desk is stopping." : work(OpenLink());
            }
            catch (Exception error) when (StoreFault.From(error) is { } fault)
            {
                if (fault.NeedsNewLink) CloseLink();
                refusal = fault.IsRefusal ? fault.Reason : $"The {name} {path} cannot {doing}: {fault.Reason}.";
            }

            return refusal.Length == 0;
        }
    }

    /// <summary>Closes the file; calls that come later are refused.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isClosed = true;
            CloseLink();
        }
    }

    /// <summary>A removed file is told once, for what it held is lost; the next call makes it anew.</summary>
    private SqliteLink OpenLink()
    {
        if (_link is { IsFileThere: false })
            throw new InvalidDataException($"The {name} {path} was removed while the desk ran: what it held is lost.");
        return _link ??= open();
    }

    private void CloseLink()
    {
        _link?.Dispose();
        _link = null;
    }
}
