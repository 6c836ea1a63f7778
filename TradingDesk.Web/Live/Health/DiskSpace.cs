namespace TradingDesk.Web.Live.Health;

/// <summary>What is free on the disk of the data folder, and its size, in bytes.</summary>
public sealed record DiskSpace(long Free, long Size);
