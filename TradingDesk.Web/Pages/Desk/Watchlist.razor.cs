using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Controls;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Pages.Desk;

/// <summary>All instruments with last price and day's change; the selected one drives the chart.</summary>
public sealed partial class Watchlist(IJSRuntime js)
{
    private static readonly Segment<InstrumentGroup>[] _groups =
        [.. Enum.GetValues<InstrumentGroup>().Select(group => new Segment<InstrumentGroup>(group, group.ToString()))];

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    private List<Quote> _listed = [];
    private InstrumentGroup _group;
    private string _search = "";

    [Parameter] public InstrumentId Selected { get; set; }

    [Parameter] public EventCallback<InstrumentId> SelectedChanged { get; set; }

    protected override QuoteBoard? ReadSlice() => Desk.Current.Quotes;

    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        List();
    }

    protected override Task SliceChangedAsync()
    {
        List();
        return base.SliceChangedAsync();
    }

    private static string RowId(InstrumentId id) => string.Create(CultureInfo.InvariantCulture, $"instrument-{id.Index}");

    private void List() =>
        _listed = [.. Slice!.All.Where(quote => InstrumentGroups.Matches(quote.Instrument, _group, _search))];

    private void Search(string text)
    {
        _search = text;
        List();
    }

    private void Filter(InstrumentGroup group)
    {
        _group = group;
        List();
    }

    private string NothingListed() => (Slice!.All.Count, _search.Trim()) switch
    {
        (0, _) => "No instruments yet; the engine has not named any.",
        (_, "") => $"The desk follows no {_group.ToString().ToLowerInvariant()}.",
        (_, var text) when _group == InstrumentGroup.All => $"Nothing matches “{text}”.",
        (_, var text) => $"Nothing matches “{text}” among {_group.ToString().ToLowerInvariant()}.",
    };

    private Task SelectAsync(InstrumentId id) => SelectedChanged.InvokeAsync(id);

    private async Task SearchKeyAsync(KeyboardEventArgs key)
    {
        if (key.Key == "Enter" && _listed.Count > 0) await SelectAsync(_listed[0].Instrument.Id);
        if (key.Key is "ArrowDown" or "ArrowUp") await ListKeyAsync(key);
    }

    private async Task ListKeyAsync(KeyboardEventArgs key)
    {
        var at = _listed.FindIndex(quote => quote.Instrument.Id == Selected);
        int? next = key.Key switch
        {
            "ArrowDown" => Math.Min(at + 1, _listed.Count - 1),
            "ArrowUp" => Math.Max(at - 1, 0),
            "Home" => 0,
            "End" => _listed.Count - 1,
            _ => null,
        };
        if (next is not { } index || index == at || _listed.Count == 0) return;
        await SelectAsync(_listed[index].Instrument.Id);
        await js.TryInvokeAsync("desk.reveal", _patience, RowId(_listed[index].Instrument.Id));
    }
}
