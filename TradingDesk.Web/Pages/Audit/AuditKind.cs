namespace TradingDesk.Web.Pages.Audit;

/// <summary>What a line of the audit page is about, as it is chosen there.</summary>
public enum AuditKind
{
    /// <summary>Sign-ins, sessions and their ends.</summary>
    SignIns = 1,

    /// <summary>What somebody was not let do, at the door, at the gate or by the desk.</summary>
    Refused = 2,

    /// <summary>People, their grants, passwords and authenticators.</summary>
    People = 3,

    /// <summary>Settings of the desk as a whole: indicators, timeframes, the calendar, alerts, kill switches.</summary>
    Desk = 4,

    Orders = 5,

    Strategies = 6,

    /// <summary>Cash, limits, states and kill switches of accounts.</summary>
    Money = 7,
}
