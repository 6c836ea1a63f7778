namespace TradingDesk.Cli.Importing;

/// <summary>A row that cannot be a candle, by its line and why.</summary>
internal sealed record BadRow(long Line, string Why);
