using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation.Accounts;

namespace TradingDesk.Web.Pages.Ticket;

/// <summary>How a ticket stands: what is against it, its restatement, that it is under way, or what became of it.</summary>
public sealed partial class TicketStand : ComponentBase
{
    [Parameter, EditorRequired] public TicketDesk Ticket { get; set; } = null!;

    [Parameter] public IReadOnlyList<OrderProblem> Problems { get; set; } = [];

    [Parameter] public bool IsTwin { get; set; }

    [Parameter] public EventCallback OnGive { get; set; }

    [Parameter] public EventCallback OnPutAside { get; set; }

    [Parameter] public EventCallback OnNew { get; set; }
}
