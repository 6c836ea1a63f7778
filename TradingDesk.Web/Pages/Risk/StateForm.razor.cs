using System.Globalization;
using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation.Risks;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Controls;
using TradingDesk.Web.Pages.Orders;

namespace TradingDesk.Web.Pages.Risk;

/// <summary>Holds an account or a run, or lets it trade again; with a reason either way.</summary>
public sealed partial class StateForm : ComponentBase
{
    private static readonly Segment<RiskState>[] _holds = [new(RiskState.ReduceOnly, "Reduce only"), new(RiskState.Halted, "Halted")];

    private RiskState _state = RiskState.ReduceOnly;
    private string _reason = "";
    private bool _isPressed;

    [Parameter, EditorRequired] public RiskView View { get; set; } = null!;

    [Parameter, EditorRequired] public string Account { get; set; } = "";

    [Parameter, EditorRequired] public string Name { get; set; } = "";

    [Parameter, EditorRequired] public AccountHand Hand { get; set; } = null!;

    [Parameter] public EventCallback OnClose { get; set; }

    private string Id => string.Create(CultureInfo.InvariantCulture, $"state-{View.Account.Index}-{View.Run.Number}-reason");

    private string? ReasonProblem => _isPressed && _reason.Trim().Length == 0 ? "Say why; it stays in the journal." : null;

    private async Task SetAsync()
    {
        _isPressed = true;
        if (ReasonProblem is not null) return;
        var wanted = View.State == RiskState.Active ? _state : RiskState.Active;
        var words = wanted == RiskState.Active ? $"Let {Name} trade again" : $"Make {Name} {RiskWords.Of(wanted)}";
        if (!await Hand.GiveAsync(Account, new SetRiskState(View.Run, wanted, _reason.Trim()), words)) return;
        await OnClose.InvokeAsync();
    }
}
