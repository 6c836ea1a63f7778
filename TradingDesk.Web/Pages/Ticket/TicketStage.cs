namespace TradingDesk.Web.Pages.Ticket;

/// <summary>How far a ticket is; only a ticket being written can be changed.</summary>
public enum TicketStage
{
    Writing = 0,

    /// <summary>Restated; the next press gives it.</summary>
    Confirming = 1,

    /// <summary>With the gate, whose answer is awaited.</summary>
    Sending = 2,

    /// <summary>Given, and no answer was heard: only the same ticket may be given again.</summary>
    Unconfirmed = 3,

    /// <summary>The desk has recorded it.</summary>
    Recorded = 4,
}
