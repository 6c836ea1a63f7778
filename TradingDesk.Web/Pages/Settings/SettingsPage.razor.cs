using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Pages.Settings;

/// <summary>What a person likes: how the desk looks, which keys count, what is asked about first.</summary>
public sealed partial class SettingsPage(IJSRuntime js) : ComponentBase
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);

    private static readonly SettingOption[] _themes = [new("dark", "Dark"), new("light", "Light")];

    private static readonly SettingOption[] _palettes = [new("standard", "Green and red"), new("colour-blind", "Blue and orange")];

    private static readonly SettingOption[] _densities =
        [new("compact", "Compact, 26 pixels"), new("comfortable", "Comfortable, 32 pixels")];

    private static readonly SettingOption[] _keys = [new("on", "On: B buys, S sells, G and a letter goes to a page"), new("off", "Off")];

    // What is in force the browser knows: the page's first byte, or its own memory where nothing was chosen yet.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await js.TryInvokeAsync("desk.showSettings", _patience);
    }

    protected override bool ShouldRender() => false;
}
