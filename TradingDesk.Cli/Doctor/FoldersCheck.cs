using System.Globalization;
using Microsoft.Data.Sqlite;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Engine.Storage.Sqlite.Indicators;

namespace TradingDesk.Cli.Doctor;

/// <summary>Looks at the folders and files a desk writes, without making any: writable, held by a running desk, room on the disk.</summary>
internal static class FoldersCheck
{
    private const string Area = "folders";
    private const long Megabyte = 1_048_576;
    private const long MegabytesLeast = 100;
    private const int BusyMilliseconds = 1_000;

    public static IEnumerable<Finding> Of(DeskSettings settings)
    {
        yield return Folder("data", settings.DataFolder);
        yield return Folder(settings.IsSimulated ? "simulated" : "market", settings.WorldFolder);
        yield return Held(settings.DataFolder);
        yield return Store("candle store", settings.CandleFile, CandleSchema.Form, settings.World);
        yield return Store("indicator store", settings.IndicatorFile, IndicatorTables.Form, settings.World);
        yield return Room(settings);
    }

    private static Finding Folder(string name, string path)
    {
        var there = Directory.Exists(path);
        var tried = path;
        while (!Path.Exists(tried) && Path.GetDirectoryName(tried) is { Length: > 0 } above) tried = above;
        if (File.Exists(tried)) return Finding.Wrong(Area, name, $"{path} cannot be made: {tried} is a file");
        try
        {
            var probe = Path.Combine(tried, $".tried-by-{Environment.ProcessId}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return Finding.Good(Area, name, there ? $"{path}  writable" : $"{path}  is made at the desk's first start");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Finding.Wrong(Area, name, $"{path} cannot be written: {error.Message}");
        }
    }

    /// <summary>A running desk holds its lock exclusively, so that even reading it is refused.</summary>
    private static Finding Held(string folder)
    {
        var hold = Path.Combine(folder, "desk");
        try
        {
            if (File.Exists(hold + ".lock")) new FileStream(hold + ".lock", FileMode.Open, FileAccess.Read, FileShare.Read).Dispose();
            return Finding.Good(Area, "running desk", "none");
        }
        catch (IOException)
        {
            var process = File.Exists(hold + ".pid") ? File.ReadAllText(hold + ".pid").Trim() : "unknown";
            return Finding.Good(Area, "running desk", $"holds the data folder (process {process})");
        }
        catch (UnauthorizedAccessException error)
        {
            return Finding.Wrong(Area, "running desk", $"{hold}.lock cannot be read: {error.Message}");
        }
    }

    private static Finding Store(string name, string path, StoreSchema form, CandleWorld world)
    {
        if (!File.Exists(path)) return Finding.Good(Area, name, $"{path}  is made at the desk's first start");
        try
        {
            using var link = SqliteLink.Open(path, readOnly: true, BusyMilliseconds);
            if (form.Refuse(link, path, world) is { } refusal) return Finding.Wrong(Area, name, refusal);
            var megabytes = (new FileInfo(path).Length + Megabyte - 1) / Megabyte;
            return Finding.Good(Area, name, string.Create(CultureInfo.InvariantCulture, $"{path}  {megabytes:N0} MB"));
        }
        catch (SqliteException error)
        {
            return Finding.Wrong(Area, name, $"{path} cannot be read: {error.Message}");
        }
    }

    private static Finding Room(DeskSettings settings)
    {
        var folder = settings.DataFolder;
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { Length: > 0 } above) folder = above;
        var free = new DriveInfo(folder).AvailableFreeSpace / Megabyte;
        var text = string.Create(CultureInfo.InvariantCulture, $"{free:N0} MB free");
        if (free < MegabytesLeast) return Finding.Wrong(Area, "disk", $"{text}: the desk cannot keep candles and tape");
        if (free >= settings.TapeMegabytes) return Finding.Good(Area, "disk", text);
        var tape = string.Create(CultureInfo.InvariantCulture, $"the tape alone may take {settings.TapeMegabytes:N0} MB");
        return Finding.Warning(Area, "disk", $"{text}; {tape}");
    }
}
