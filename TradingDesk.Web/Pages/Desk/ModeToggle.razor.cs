using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.People;
using TradingDesk.Web.SignIn;

namespace TradingDesk.Web.Pages.Desk;

/// <summary>Paper or real money: which book is looked at and traded by hand; without real money it says what is missing.</summary>
public sealed partial class ModeToggle : ComponentBase
{
    [Parameter, EditorRequired] public string Mode { get; set; } = "";

    [Parameter] public string Title { get; set; } = "";

    [Parameter] public bool HasLive { get; set; }

    [Parameter] public EventCallback OnPaper { get; set; }

    [Parameter] public EventCallback OnLive { get; set; }

    [Inject] private IDeskView Desk { get; set; } = null!;

    [Inject] private Seat Seat { get; set; } = null!;

    private bool IsLive => Mode == "LIVE";

    private Person? Person => Seat.Sitter?.Person;

    private static string Has(bool? has) => has == true ? "yes" : "no";
}
