using System.IO.Compression;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Storage.Sqlite.Indicators;

namespace TradingDesk.Cli.Backups;

/// <summary>Puts a backup's files in the place of a desk's: all are looked over before the first moves, what was there is
/// kept.</summary>
internal sealed class Restoration(IReadOnlyList<BackupPlace> places, string dataFolder, string asideFolder) : IDisposable
{
    private readonly List<DeskLock> _locks = [];
    private readonly List<(BackupPlace Place, string Path)> _unpacked = [];

    /// <summary>Files of before, as they are kept now.</summary>
    public List<string> Kept { get; } = [];

    /// <summary>Holds the folder against a desk; a sentence when one runs.</summary>
    public string TryHold(BackupNote note)
    {
        Directory.CreateDirectory(dataFolder);
        var held = new[] { (Path: Path.Combine(dataFolder, "desk"), Name: $"data folder {dataFolder}") }
            .Concat(places
                .Where(place => IsCandles(place) && note.Files.Any(file => file.Name == place.Name))
                .Select(place => (place.Path, Name: $"candle store {place.Path}")));
        foreach (var (path, name) in held)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (DeskLock.TryTake(path, name, out var refusal) is not { } taken) return $"{refusal} Stop it, then restore.";
            _locks.Add(taken);
        }

        return "";
    }

    /// <summary>Unpacks every file beside its place and holds it against the note; a sentence names the first that is wrong.</summary>
    public string TryUnpack(ZipArchive zip, BackupNote note)
    {
        foreach (var file in note.Files)
        {
            var place = places.FirstOrDefault(known => known.Name == file.Name);
            if (place is null) return $"The backup holds {CommandLine.Echo.Of(file.Name)}, which has no place in a desk's folder.";
            if (zip.GetEntry(file.Name) is not { } entry) return $"The backup lacks {file.Name}, which its note names.";
            var path = $"{place.Path}.restored-{Path.GetRandomFileName()}";
            _unpacked.Add((place, path));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            try
            {
                entry.ExtractToFile(path);
            }
            catch (InvalidDataException)
            {
                return $"{file.Name} in the backup is damaged.";
            }

            if (BackupArchive.HashOf(path) != file.Sha256)
                return $"{file.Name} in the backup is not what its note says: it was changed or damaged.";
            if (place.Refuse(path, out _) is { Length: > 0 } refusal) return refusal;
        }

        return "";
    }

    /// <summary>Indicators' states that a backup without any leaves behind have read the candles that go: they are forgotten, the lists
    /// stay. A sentence when that cannot be done.</summary>
    public string TryForgetStates()
    {
        foreach (var (restored, _) in _unpacked.Where(one => IsCandles(one.Place)))
        {
            var left = places.First(place => place.World == restored.World && place.Form == IndicatorTables.Form);
            if (_unpacked.Exists(one => one.Place == left) || !File.Exists(left.Path)) continue;
            if (!IndicatorStore.TryOpen(left.Path, left.World, out var store, out var refusal)) return refusal;
            using (store)
            {
                if (!store!.TryForgetSnapshots(out refusal)) return refusal;
            }
        }

        return "";
    }

    /// <summary>Moves what is there aside, with its logs and notes, and the backup's files to their places.</summary>
    public void Exchange()
    {
        foreach (var (place, path) in _unpacked)
        {
            var folder = Path.GetDirectoryName(place.Path)!;
            foreach (var there in Directory.GetFiles(folder, Path.GetFileName(place.Path) + "*").Where(IsOfTheDesk))
            {
                var aside = Path.Combine(asideFolder, Path.GetDirectoryName(place.Name)!, Path.GetFileName(there));
                Directory.CreateDirectory(Path.GetDirectoryName(aside)!);
                File.Move(there, aside);
                Kept.Add(aside);
            }

            File.Move(path, place.Path);
        }
    }

    public void Dispose()
    {
        foreach (var (_, path) in _unpacked) File.Delete(path);
        foreach (var held in _locks) held.Dispose();
    }

    /// <summary>The holds of this run and what it has unpacked stay where they are.</summary>
    private static bool IsOfTheDesk(string path) =>
        !path.EndsWith(".lock", StringComparison.Ordinal) && !path.EndsWith(".pid", StringComparison.Ordinal)
        && !path.Contains(".restored-", StringComparison.Ordinal);

    private static bool IsCandles(BackupPlace place) => place.Name.EndsWith("candles.db", StringComparison.Ordinal);
}
