using System.Collections.Concurrent;

namespace TradingDesk.Tests.Engine.Storage.Faults;

/// <summary>
/// A disk under the SQLite files of one folder that does what a test says: it stands between the real library and the real files, and
/// its answers are what the library hears. Files that were opened before it came are not under it.
/// </summary>
internal sealed class FaultyDisk : IDisposable
{
    private static readonly ConcurrentDictionary<string, FaultyDisk> _all = new(StringComparer.Ordinal);

    private readonly string _folder;

    public FaultyDisk(string folder)
    {
        _folder = folder + Path.DirectorySeparatorChar;
        FaultyFiles.Install();
        Assert.True(_all.TryAdd(_folder, this), $"Two faulty disks are under {folder}.");
    }

    /// <summary>The SQLite code that a call on a file answers instead of being done; 0 does it. SQLite's own threads ask.</summary>
    public Func<DiskCall, string, int> Answer { get; set; } = static (_, _) => 0;

    /// <summary>Whether a database is opened for reading only, as by one without the permission to write to it.</summary>
    public bool IsReadOnly { get; set; }

    /// <summary>How often the disk answered something else than the real one.</summary>
    public int Faults { get; private set; }

    public static FaultyDisk? Under(string path) =>
        _all.Values.FirstOrDefault(disk => path.StartsWith(disk._folder, StringComparison.Ordinal));

    public int Ask(DiskCall call, string path)
    {
        var code = Answer(call, path);
        if (code != 0) Faults++;
        return code;
    }

    public void Dispose() => _all.TryRemove(_folder, out _);
}
