namespace TradingDesk.Engine.People;

/// <summary>
/// What somebody is trusted with; a person may hold several. No role implies another: who administers does not trade by that.
/// </summary>
[Flags]
public enum Roles : byte
{
    None = 0,

    /// <summary>Looks at the accounts granted.</summary>
    Viewer = 1,

    /// <summary>Orders, runs and cash of the accounts granted.</summary>
    Trader = 2,

    /// <summary>Raises limits of the accounts granted, lets held accounts trade again, arms after a kill.</summary>
    Risk = 4,

    /// <summary>People, accounts, the calendar and settings.</summary>
    Admin = 8,
}
