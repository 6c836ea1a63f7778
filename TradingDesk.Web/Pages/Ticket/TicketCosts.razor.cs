using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation.Accounts;

namespace TradingDesk.Web.Pages.Ticket;

/// <summary>What an order would be worth, hold and cost, beside what is free; nothing of it is computed here.</summary>
public sealed partial class TicketCosts : ComponentBase
{
    /// <summary>Null while the ticket cannot be read.</summary>
    [Parameter] public OrderReview? Review { get; set; }

    [Parameter, EditorRequired] public AccountView Account { get; set; } = null!;
}
