namespace TradingDesk.Cli.Backups;

/// <summary>One file of a backup.</summary>
/// <param name="Name">Its place below the data folder, such as `market/candles.db`.</param>
/// <param name="SchemaVersion">Of a database, 0 of another file.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">In hexadecimal.</param>
internal sealed record BackupFile(string Name, long SchemaVersion, long Bytes, string Sha256);
