using System.Globalization;
using System.IO.Compression;
using TradingDesk.Cli.Backups;
using TradingDesk.Cli.CommandLine;
using TradingDesk.Cli.Files;
using TradingDesk.Cli.Stores;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.Settings;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Verbs;

/// <summary>Puts a backup's databases and calendar in the place of a desk's, which are kept aside.</summary>
internal sealed class RestoreVerb(Func<SettingSources> sources, TimeProvider time) : IVerb
{
    public VerbDescription Description { get; } = new("restore", "Puts a backup in the place of the desk's databases and calendar.",
    [
        new("--data", "DIR", DeskFiles.DataMeaning),
        VerbOption.Json,
    ])
    {
        Word = "FILE",
        Remarks = """
            FILE is what `backup` made. Every file of it is looked over first - its hash, its world, its schema version, every page - and
            nothing is touched when one is wrong. What the backup replaces is moved to before-restore-MOMENT in the data folder. A desk
            that runs on the folder must be stopped first.
            """,
    };

    public int Run(Arguments arguments, Terminal terminal, CancellationToken cancelled)
    {
        var path = arguments.Word;
        if (InputFile.Refusal(path) is { Length: > 0 } missing) return terminal.Fail(ExitCodes.BadInput, missing);
        if (DeskFiles.TryReadAll(sources(), arguments["--data"], out var refusal) is not { } worlds)
            return terminal.Fail(ExitCodes.BadInput, refusal);
        try
        {
            using var zip = ZipFile.OpenRead(path);
            return BackupArchive.TryReadNote(zip, path, out refusal) is not { } note
                ? terminal.Fail(ExitCodes.BadInput, refusal)
                : Restore(arguments, terminal, worlds, zip, note);
        }
        catch (InvalidDataException)
        {
            return terminal.Fail(ExitCodes.BadInput, $"{path} is no backup of a desk.");
        }
    }

    private int Restore(Arguments arguments, Terminal terminal, IReadOnlyList<DeskSettings> worlds, ZipArchive zip, BackupNote note)
    {
        var data = worlds[0].DataFolder;
        var moment = Instant.From(time.GetUtcNow()).ToIndia().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var aside = Path.Combine(data, $"before-restore-{moment}");
        using var restoration = new Restoration(BackupPlace.Of(worlds), data, aside);
        if (restoration.TryHold(note) is { Length: > 0 } held) return terminal.Fail(ExitCodes.Wrong, held);
        var wrong = restoration.TryUnpack(zip, note);
        if (wrong.Length == 0) wrong = restoration.TryForgetStates();
        if (wrong.Length > 0)
            return terminal.Fail(ExitCodes.Wrong, $"{wrong} Nothing was restored.");
        restoration.Exchange();
        if (arguments.Has("--json")) return terminal.Say(new { data, note.Made, note.Files, restoration.Kept });
        var kept = restoration.Kept.Count == 0 ? "" : $"\nWhat was there is kept in {aside}.";
        var names = string.Join(", ", note.Files.Select(file => file.Name));
        return terminal.Say($"Restored to {data} the backup of {note.Made}: {names}.{kept}");
    }
}
