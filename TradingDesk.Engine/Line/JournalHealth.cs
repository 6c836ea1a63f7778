namespace TradingDesk.Engine.Line;

/// <summary>What the journal can do.</summary>
internal enum JournalHealth : byte
{
    Sound = 0,

    /// <summary>It cannot be written; the emergency file takes cancels and exits.</summary>
    Emergency = 1,

    /// <summary>Neither can be written: nothing leaves the desk.</summary>
    Lost = 2,
}
