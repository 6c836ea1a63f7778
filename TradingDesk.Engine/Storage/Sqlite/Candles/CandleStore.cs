using TradingDesk.Engine.Storage.Sqlite.Revisions;

namespace TradingDesk.Engine.Storage.Sqlite.Candles;

/// <summary>
/// The SQLite file of one world's candles: it opens connections that are safe to use, and nothing else.
/// The running engine's rows are written by one <see cref="CandleWriter"/>, all others as <see cref="CandleRevisions"/>,
/// and read by <see cref="CandleReader"/>.
/// </summary>
internal sealed class CandleStore
{
    /// <summary>The writer waits briefly, for it has its own back-off and its thread has other work.</summary>
    private const int WriterBusyMilliseconds = 20;

    private const int PatientBusyMilliseconds = 5_000;

    private int _generation;

    private CandleStore(string path, CandleWorld world)
    {
        Path = path;
        World = world;
    }

    public string Path { get; }

    public CandleWorld World { get; }

    /// <summary>How often the file was made: a connection from before the last time reads a removed file.</summary>
    public int Generation => Volatile.Read(ref _generation);

    /// <summary>A file that another desk keeps, only to be read: it is neither made nor upgraded.</summary>
    public static CandleStore ToRead(string path, CandleWorld world) => new(System.IO.Path.GetFullPath(path), world);

    /// <summary>Makes or upgrades the file; a file that cannot be used is refused with a sentence.</summary>
    public static bool TryOpen(string path, CandleWorld world, out CandleStore? store, out string refusal)
    {
        store = new CandleStore(System.IO.Path.GetFullPath(path), world);
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(store.Path)!);
            using (var link = store.OpenPatientWriter()) HotWrites.MoveLeft(link);
            refusal = "";
            return true;
        }
        catch (Exception error) when (StoreFault.From(error) is { } fault)
        {
            refusal = fault.IsRefusal ? fault.Reason : $"The candle store {store.Path} cannot be opened: {fault.Reason}.";
            store = null;
            return false;
        }
    }

    /// <summary>A connection for the one writer's thread; throws what <see cref="StoreFault.From"/> understands.</summary>
    public SqliteLink OpenWriter() => Open(WriterBusyMilliseconds);

    /// <summary>A connection that waits for others, for use before the desk runs.</summary>
    public SqliteLink OpenPatientWriter() => Open(PatientBusyMilliseconds);

    /// <summary>A read-only connection; readers never block the writer, nor the writer them.</summary>
    public SqliteLink OpenReader() => SqliteLink.Open(Path, readOnly: true, PatientBusyMilliseconds);

    /// <summary>
    /// Says which simulated market the rows are of. Those of another are deleted, for two markets make no series and the new one's past
    /// can be made at any time; <paramref name="isRenewed"/> when that was done. False with a sentence when the file cannot be written.
    /// </summary>
    public bool TryRenewFor(string simulatedMarket, bool evenIfSame, out bool isRenewed, out string refusal)
    {
        if (World != CandleWorld.Simulated) throw new InvalidOperationException("Only simulated candles can be made anew.");
        (isRenewed, refusal) = (false, "");
        try
        {
            using var link = OpenPatientWriter();
            isRenewed = Renew(link, simulatedMarket, evenIfSame);
            return true;
        }
        catch (Exception error) when (StoreFault.From(error) is { } fault)
        {
            refusal = fault.IsRefusal ? fault.Reason : $"The candle store {Path} cannot be made ready: {fault.Reason}.";
            return false;
        }
    }

    /// <summary>Closing the connection rolls back what an error left undone.</summary>
    private static bool Renew(SqliteLink link, string simulatedMarket, bool evenIfSame)
    {
        var before = link.ReadText("SELECT value FROM meta WHERE key = 'simulated market'");
        if (before == simulatedMarket && !evenIfSame) return false;
        link.Execute("""
            BEGIN IMMEDIATE; DELETE FROM candles_hot; DELETE FROM candles_1s; DELETE FROM candles_tf;
            DELETE FROM replaced_candles; DELETE FROM revision_days; DELETE FROM revisions;
            """);
        using (var insert = link.Prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('simulated market', ?1)"))
        {
            insert.Bind(1, simulatedMarket);
            insert.Run();
        }

        link.Execute("COMMIT");
        return before is not null;
    }

    private SqliteLink Open(int busyMilliseconds)
    {
        var isMade = !File.Exists(Path);
        var link = SqliteLink.Open(Path, readOnly: false, busyMilliseconds);
        if (isMade) Interlocked.Increment(ref _generation);
        try
        {
            CandleSchema.Form.MakeReady(link, Path, World);
            return link;
        }
        catch
        {
            link.Dispose();
            throw;
        }
    }
}
