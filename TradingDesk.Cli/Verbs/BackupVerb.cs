using System.Globalization;
using System.Text;
using TradingDesk.Cli.Backups;
using TradingDesk.Cli.CommandLine;
using TradingDesk.Cli.Files;
using TradingDesk.Cli.Stores;
using TradingDesk.Engine.Hosting.Settings;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Verbs;

/// <summary>Copies a desk's databases and calendar into one file, while the desk runs.</summary>
internal sealed class BackupVerb(Func<SettingSources> sources, TimeProvider time) : IVerb
{
    public VerbDescription Description { get; } = new("backup", "Copies the desk's databases and calendar into one file.",
    [
        new("--data", "DIR", DeskFiles.DataMeaning),
        VerbOption.Json,
    ])
    {
        Word = "FILE",
        Remarks = """
            FILE is the backup to make, or a folder for one with the moment in its name. It is a zip file with the databases of both
            markets, the calendar's additions and backup.json, which names each file with its schema version and SHA-256.

            A desk may run: each database is copied as of one moment, and the copy is looked over before it counts. Tapes and logs are left
            out. `restore` puts it back.
            """,
    };

    public int Run(Arguments arguments, Terminal terminal, CancellationToken cancelled)
    {
        if (DeskFiles.TryReadAll(sources(), arguments["--data"], out var refusal) is not { } worlds)
            return terminal.Fail(ExitCodes.BadInput, refusal);
        var now = Instant.From(time.GetUtcNow());
        var path = Directory.Exists(arguments.Word)
            ? Path.Combine(arguments.Word, $"tradingdesk-{now.ToIndia().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.zip")
            : arguments.Word;
        if (UnfinishedFile.Refusal(path) is { Length: > 0 } noPlace) return terminal.Fail(ExitCodes.BadInput, noPlace);
        var all = BackupPlace.Of(worlds);
        var places = all.Where(place => place.IsThere(all)).ToArray();
        if (places.Length == 0)
            return terminal.Fail(ExitCodes.BadInput, $"{worlds[0].DataFolder} holds nothing to back up.");
        var note = BackupArchive.TryMake(places, path, now.ToString(), Environment.UserName, cancelled, out refusal);
        return note is null ? terminal.Fail(ExitCodes.Wrong, refusal) : Tell(arguments, terminal, path, note);
    }

    private static int Tell(Arguments arguments, Terminal terminal, string path, BackupNote note)
    {
        var (hash, bytes) = (BackupArchive.HashOf(path), new FileInfo(path).Length);
        if (arguments.Has("--json")) return terminal.Say(new { file = path, bytes, sha256 = hash, note.Made, note.Files });
        var text = new StringBuilder();
        foreach (var file in note.Files)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {file.Name}: {file.Bytes:N0} bytes");
            if (file.SchemaVersion > 0) text.Append(CultureInfo.InvariantCulture, $", schema version {file.SchemaVersion}, whole");
            text.Append('\n');
        }

        return terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{path}: {bytes:N0} bytes\n{text}sha256 {hash}"));
    }
}
