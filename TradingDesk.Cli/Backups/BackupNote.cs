namespace TradingDesk.Cli.Backups;

/// <summary>What a backup says of itself: when it was made, by which form, and what each of its files is.</summary>
/// <param name="Form">Raised when a backup means something else; a newer one is refused.</param>
/// <param name="Made">When, ISO 8601 in India's time.</param>
/// <param name="By">By whom.</param>
/// <param name="Files">Every file of the backup but this note.</param>
internal sealed record BackupNote(int Form, string Made, string By, IReadOnlyList<BackupFile> Files)
{
    public const int KnownForm = 1;

    /// <summary>The note's own name in the backup.</summary>
    public const string Name = "backup.json";
}
