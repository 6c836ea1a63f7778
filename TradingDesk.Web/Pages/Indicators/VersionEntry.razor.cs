using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Web.Pages.Desk;

namespace TradingDesk.Web.Pages.Indicators;

/// <summary>One version of the history: when, who, why, what it changed, and the way back to it.</summary>
public sealed partial class VersionEntry : ComponentBase
{
    private bool _isAsking;

    [Parameter, EditorRequired] public IndicatorVersion Version { get; set; } = null!;

    /// <summary>The text of the version before, null for the oldest kept.</summary>
    [Parameter] public string? Before { get; set; }

    [Parameter, EditorRequired] public IndicatorsInForce InForce { get; set; } = IndicatorsInForce.None;

    [Parameter] public EventCallback OnRollBack { get; set; }

    private bool IsInForce => Version.Version == InForce.Version;

    private string When => $"{Labels.Day(Version.At.IndiaDate)}, {Labels.Clock(Version.At)} IST";

    private Task RollBackAsync()
    {
        _isAsking = false;
        return OnRollBack.InvokeAsync();
    }
}
