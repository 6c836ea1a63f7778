namespace TradingDesk.Tests.Engine.Storage.Faults;

/// <summary>What SQLite asks of a disk.</summary>
public enum DiskCall
{
    Open,
    Read,
    Write,
    Truncate,
    Sync,
    MapMemory,
}
