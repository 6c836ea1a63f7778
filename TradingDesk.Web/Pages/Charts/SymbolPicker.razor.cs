using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using TradingDesk.Engine.Observation;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Pages.Desk;

namespace TradingDesk.Web.Pages.Charts;

/// <summary>The instrument of a chart as a button, and a search that opens from it for another one.</summary>
public sealed partial class SymbolPicker(IDeskView desk) : ComponentBase
{
    private const int Most = 40;

    private ElementReference _button;
    private string _search = "";
    private bool _isOpen;
    private bool _wasChosen;
    private int _visit;

    /// <summary>The popover's id.</summary>
    [Parameter, EditorRequired] public string Id { get; set; } = "";

    [Parameter, EditorRequired] public InstrumentLabel Value { get; set; } = null!;

    [Parameter] public EventCallback<InstrumentLabel> ValueChanged { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_wasChosen) return;
        _wasChosen = false;
        await _button.TryFocusAsync();
    }

    private InstrumentLabel[] Found() =>
    [
        .. desk.Current.Quotes.All.Select(quote => quote.Instrument)
            .Where(label => InstrumentGroups.Matches(label, InstrumentGroup.All, _search)).Take(Most),
    ];

    private void Open() => (_isOpen, _search) = (true, "");

    private async Task HearAsync(KeyboardEventArgs key)
    {
        if (key.Key == "Enter" && Found() is [var first, ..]) await ChooseAsync(first);
    }

    /// <summary>The popover is made anew, which closes it wherever the page stands.</summary>
    private async Task ChooseAsync(InstrumentLabel label)
    {
        (_isOpen, _wasChosen) = (false, true);
        _visit++;
        await ValueChanged.InvokeAsync(label);
    }
}
