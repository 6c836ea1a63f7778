using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation.Safety;

namespace TradingDesk.Web.Pages.Kill;

/// <summary>Says of an account that a kill switch holds it, the desk's or its own; else what it is given to show.</summary>
public sealed partial class KilledSign
{
    [Parameter, EditorRequired] public string Account { get; set; } = "";

    [Parameter] public RenderFragment? ChildContent { get; set; }

    private bool IsKilled => Slice?.Any(kill => kill.Account.Length == 0 || kill.Account == Account) == true;

    protected override IReadOnlyList<KillView>? ReadSlice() => Desk.Current.Kills;
}
