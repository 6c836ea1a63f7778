using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Pages.Settings;

/// <summary>A setting with its few values; the browser's script applies what is chosen and sends it to be kept.</summary>
public sealed partial class SettingChoice : ComponentBase
{
    /// <summary>The setting's own name, as it is kept.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    [Parameter, EditorRequired] public string Legend { get; set; } = "";

    [Parameter, EditorRequired] public IReadOnlyList<SettingOption> Options { get; set; } = [];

    [Parameter] public string Hint { get; set; } = "";

    // The browser's script marks what is chosen.
    protected override bool ShouldRender() => false;
}
