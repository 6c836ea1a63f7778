using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using TradingDesk.Cli.Files;
using TradingDesk.Engine.Storage.Sqlite;

namespace TradingDesk.Cli.Backups;

/// <summary>Makes and reads the one file of a backup.</summary>
internal static class BackupArchive
{
    private const int PatientMilliseconds = 10_000;

    private static readonly JsonSerializerOptions _json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    /// <summary>Copies each file while others may write to it, looks the copy over and packs all; null with a sentence when it
    /// cannot.</summary>
    public static BackupNote? TryMake(
        IEnumerable<BackupPlace> places, string path, string made, string by, CancellationToken cancelled, out string refusal)
    {
        refusal = "";
        var files = new List<BackupFile>();
        using var archive = new UnfinishedFile(path);
        using (var zip = ZipFile.Open(archive.Path, ZipArchiveMode.Create))
        {
            foreach (var place in places)
            {
                cancelled.ThrowIfCancellationRequested();
                using var copy = new UnfinishedFile(path);
                if ((refusal = TryCopy(place, copy.Path, out var file)).Length > 0) return null;
                zip.CreateEntryFromFile(copy.Path, place.Name, CompressionLevel.Fastest);
                files.Add(file!);
            }

            var note = new BackupNote(BackupNote.KnownForm, made, by, files);
            using var entry = zip.CreateEntry(BackupNote.Name).Open();
            JsonSerializer.Serialize(entry, note, _json);
        }

        archive.TakePlace();
        return new BackupNote(BackupNote.KnownForm, made, by, files);
    }

    /// <summary>What the backup says of itself; null with a sentence when it is none that this desk can read.</summary>
    public static BackupNote? TryReadNote(ZipArchive zip, string path, out string refusal)
    {
        refusal = $"{path} is no backup of a desk.";
        if (zip.GetEntry(BackupNote.Name) is not { } entry) return null;
        try
        {
            using var text = entry.Open();
            var note = JsonSerializer.Deserialize<BackupNote>(text, _json);
            if (note?.Files is null) return null;
            refusal = note.Form <= BackupNote.KnownForm ? "" : $"{path} was made by a newer desk: use that one.";
            return refusal.Length == 0 ? note : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string HashOf(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>A database is copied as of one moment and without its free pages.</summary>
    private static string TryCopy(BackupPlace place, string to, out BackupFile? file)
    {
        file = null;
        if (place.Form is null) File.Copy(place.Path, to);
        else if (Vacuum(place, to) is { Length: > 0 } fault) return fault;
        if (place.Refuse(to, out var version) is { Length: > 0 } damaged) return damaged;
        file = new BackupFile(place.Name, version, new FileInfo(to).Length, HashOf(to));
        return "";
    }

    private static string Vacuum(BackupPlace place, string to)
    {
        try
        {
            using var link = SqliteLink.Open(place.Path, readOnly: true, PatientMilliseconds);
            using var vacuum = link.Prepare("VACUUM INTO ?1");
            vacuum.Bind(1, to);
            vacuum.Run();
            return "";
        }
        catch (Exception error) when (StoreFault.From(error) is { } fault)
        {
            return $"{place.Path} cannot be copied: {fault.Reason}.";
        }
    }
}
