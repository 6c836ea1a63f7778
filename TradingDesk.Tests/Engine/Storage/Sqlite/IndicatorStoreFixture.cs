using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Indicators;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Storage.Sqlite;

/// <summary>An indicator store in a folder of its own, whose connection can be seen and spoilt, with what the tests keep in it.</summary>
internal sealed class IndicatorStoreFixture : IDisposable
{
    private readonly TempFolder _folder = new();

    public IndicatorStoreFixture()
    {
        Open(CandleWorld.Simulated).Dispose();
        Store = new IndicatorStore(Path, OpenLink);
    }

    public string Path => _folder.File("indicators.db");

    /// <summary>Works on <see cref="Link"/>.</summary>
    public IndicatorStore Store { get; }

    /// <summary>The connection the store opened last.</summary>
    public SqliteLink? Link { get; private set; }

    /// <summary>How often the store opened a connection.</summary>
    public int Opened { get; private set; }

    /// <summary>SQL that every connection of the store begins with, such as one that spoils it.</summary>
    public string AtOpening { get; set; } = "";

    /// <summary>A second store on the file as a desk opens it, which never waits for a lock.</summary>
    public IndicatorStore Open(CandleWorld world) => Open(Path, world);

    public static IndicatorStore Open(string path, CandleWorld world)
    {
        Assert.True(IndicatorStore.TryOpen(path, world, out var store, out var refusal, busyMilliseconds: 0), refusal);
        return store!;
    }

    public static StoredVersion Version(int number, string text = "SMA:9,EMA:21; 5m=RSI:14") =>
        new(number, text, "olivia", new Instant(1_767_584_700_123_456_789), "Less noise.");

    public static StoredSnapshot Snapshot(int place, int length = 50_000)
    {
        var bytes = new byte[length];
        new Random(place).NextBytes(bytes);
        var marketTime = new Instant(1_767_584_700_000_000_001).PlusSeconds(30L * place);
        return new StoredSnapshot(3, marketTime, marketTime.PlusMilliseconds(7), 12, bytes);
    }

    public void Keep(params int[] places)
    {
        foreach (var place in places) Assert.True(Store.TryKeep(Snapshot(place), out var refusal), refusal);
    }

    public void Add(params int[] numbers)
    {
        foreach (var number in numbers) Assert.True(Store.TryAdd(Version(number), out var refusal), refusal);
    }

    public IReadOnlyList<SnapshotHead> Heads()
    {
        Assert.True(Store.TryReadSnapshots(out var heads, out var refusal), refusal);
        return heads;
    }

    public int[] Versions() => Versions(Store);

    public static int[] Versions(IndicatorStore store)
    {
        Assert.True(store.TryReadVersions(100, out var versions, out var refusal), refusal);
        return [.. versions.Select(version => version.Version)];
    }

    /// <summary>Runs SQL on a connection of the test's own.</summary>
    public void Execute(string sql)
    {
        using var link = SqliteLink.Open(Path, readOnly: false, busyMilliseconds: 0);
        link.Execute(sql);
    }

    /// <summary>Removes the files as a person would, with the store still open.</summary>
    public void RemoveFiles() => _folder.Clear();

    /// <summary>The files as they are now, in another folder: what a killed desk leaves.</summary>
    public string CopyTo(TempFolder folder)
    {
        foreach (var file in Directory.GetFiles(_folder.Path)) File.Copy(file, folder.File(System.IO.Path.GetFileName(file)));
        return folder.File("indicators.db");
    }

    public void Dispose()
    {
        Store.Dispose();
        _folder.Dispose();
    }

    private SqliteLink OpenLink()
    {
        Opened++;
        Link = SqliteLink.Open(Path, readOnly: false, busyMilliseconds: 0);
        IndicatorTables.Form.MakeReady(Link, Path, CandleWorld.Simulated);
        Link.Execute(AtOpening);
        return Link;
    }
}
