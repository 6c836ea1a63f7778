using TradingDesk.Cli.Stores;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Engine.Storage.Sqlite.Indicators;

namespace TradingDesk.Cli.Backups;

/// <summary>A file that a backup may hold: its name there, its place in a desk's folders, and what it must be.</summary>
internal sealed record BackupPlace(string Name, string Path, StoreSchema? Form, CandleWorld World)
{
    private const string Calendar = "calendar.csv";

    /// <summary>
    /// All of them. Indicators stand before candles: what is copied later knows more, and a snapshot must never know more than the
    /// candles.
    /// </summary>
    public static IReadOnlyList<BackupPlace> Of(IEnumerable<DeskSettings> worlds)
    {
        var places = new List<BackupPlace>();
        foreach (var settings in worlds)
        {
            var world = DeskFiles.WorldOf(settings);
            if (places.Count == 0) places.Add(new(Calendar, System.IO.Path.Combine(settings.DataFolder, Calendar), null, default));
            places.Add(new($"{world}/indicators.db", settings.IndicatorFile, IndicatorTables.Form, settings.World));
            places.Add(new($"{world}/candles.db", settings.CandleFile, CandleSchema.Form, settings.World));
        }

        return places;
    }

    /// <summary>Why a file is not what stands here, as a sentence; empty when it is whole, of this world and of a known version.</summary>
    public string Refuse(string path, out long version)
    {
        version = 0;
        if (Form is null) return "";
        try
        {
            using var link = SqliteLink.Open(path, readOnly: true, busyMilliseconds: 0);
            version = link.ReadNumber("PRAGMA user_version");
            if (Form.Refuse(link, Name, World) is { } refusal) return refusal;
            var check = link.ReadText("PRAGMA integrity_check") ?? "";
            return check == "ok" ? "" : $"{Name} is damaged: {check.Split('\n')[0]}.";
        }
        catch (Exception error) when (StoreFault.From(error) is { } fault)
        {
            return $"{Name} cannot be read: {fault.Reason}.";
        }
    }

    /// <summary>Whether there is a file to copy here: one that settings put elsewhere stands at both worlds' places and is of one.
    /// A file that fits none is there too, and copying it says what is wrong with it.</summary>
    public bool IsThere(IReadOnlyList<BackupPlace> all) =>
        File.Exists(Path) && (IsOfThisWorld() || !all.Any(other => other != this && other.Path == Path && other.IsOfThisWorld()));

    private bool IsOfThisWorld()
    {
        if (Form is null) return true;
        try
        {
            using var link = SqliteLink.Open(Path, readOnly: true, busyMilliseconds: 0);
            return Form.Refuse(link, Name, World) is null;
        }
        catch (Exception error) when (StoreFault.From(error) is not null)
        {
            return false;
        }
    }
}
