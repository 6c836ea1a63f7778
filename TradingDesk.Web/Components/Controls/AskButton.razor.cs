using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace TradingDesk.Web.Components.Controls;

/// <summary>A button for what cannot be taken back: the first press asks, the second does it, once.</summary>
public sealed partial class AskButton : ComponentBase
{
    private DeskButton? _sure;
    private bool _isAsking;
    private bool _isUnderWay;
    private bool _takesFocus;

    [Parameter, EditorRequired] public string Text { get; set; } = "";

    /// <summary>What it is for those who hear it, where the text alone would be one of many.</summary>
    [Parameter] public string? Label { get; set; }

    [Parameter, EditorRequired] public string Question { get; set; } = "";

    [Parameter] public string SureText { get; set; } = "Yes";

    [Parameter] public string Class { get; set; } = "";

    [Parameter] public string SureClass { get; set; } = "";

    [Parameter] public bool Disabled { get; set; }

    /// <summary>One that does not ask does it at the first press.</summary>
    [Parameter] public bool Asks { get; set; } = true;

    [Parameter] public EventCallback OnSure { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_takesFocus || _sure is null) return;
        _takesFocus = false;
        await _sure.TakeFocusAsync();
    }

    private Task PressAsync()
    {
        if (!Asks) return DoAsync();
        (_isAsking, _takesFocus) = (true, true);
        return Task.CompletedTask;
    }

    private async Task DoAsync()
    {
        if (_isUnderWay) return;
        _isUnderWay = true;
        try
        {
            await OnSure.InvokeAsync();
        }
        finally
        {
            (_isUnderWay, _isAsking) = (false, false);
        }
    }

    private void HearKey(KeyboardEventArgs key)
    {
        if (key.Key == "Escape") _isAsking = false;
    }
}
