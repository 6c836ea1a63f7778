using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Controls;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Desk;

namespace TradingDesk.Web.Pages.Watch;

/// <summary>All instruments, or a list of the person's own, with last price and day's change; the selected one drives the chart.</summary>
public sealed partial class Watchlist(IJSRuntime js, Choices choices)
{
    private static readonly Segment<InstrumentGroup>[] _groups =
        [.. Enum.GetValues<InstrumentGroup>().Select(group => new Segment<InstrumentGroup>(group, group.ToString()))];

    private const string KeptUnder = "watchlists";

    private const int All = -1;

    /// <summary>A list as long as this renders the rows in view only; what is out of sight costs neither browser nor desk.</summary>
    private const int VirtualFrom = 60;

    /// <summary>A row's height before the browser has measured one.</summary>
    private const int RowPixels = 26;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    private List<InstrumentLabel> _listed = [];
    private int _known;
    private InstrumentGroup _group;
    private string _search = "";
    private WatchLists _lists = WatchLists.None;
    private int _list = All;

    [Parameter] public InstrumentId Selected { get; set; }

    [Parameter] public EventCallback<InstrumentId> SelectedChanged { get; set; }

    protected override QuoteBoard? ReadSlice() => Desk.Current.Quotes;

    private bool IsAll => _list == All;

    private bool IsEmptyList => !IsAll && _search.Length == 0;

    private string RowsLabel => IsAll ? "Instruments" : $"List {NumberOf(_list)}";

    /// <summary>Contracts that ended are kept on the list and not shown.</summary>
    private string Gone =>
        _lists.Lists[_list].Length - Shown(_list) is > 0 and var gone ? $"{IndianNumbers.Whole(gone)} not followed now" : "";

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _lists = WatchLists.Parse(choices.Of(KeptUnder));
    }

    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        List();
    }

    /// <summary>The rows look for their prices themselves; the list is another one when the desk follows other instruments.</summary>
    protected override Task SliceChangedAsync()
    {
        if (Slice!.All.Count == _known) return Task.CompletedTask;
        List();
        return base.SliceChangedAsync();
    }

    private static string RowId(InstrumentId id) => string.Create(CultureInfo.InvariantCulture, $"instrument-{id.Index}");

    private static string NumberOf(int list) => (list + 1).ToString(CultureInfo.InvariantCulture);

    private string Pressed(int list) => _list == list ? "true" : "false";

    private string TitleOf(int list) => $"List {NumberOf(list)}, {IndianNumbers.Whole(_lists.Lists[list].Length)} instruments";

    private int Shown(int list) => Slice!.All.Count(quote => _lists.Lists[list].Contains(quote.Instrument.Key));

    /// <summary>In a list the search looks through all instruments, for it is how one adds.</summary>
    private void List()
    {
        var all = Slice!.All.Select(quote => quote.Instrument).ToArray();
        _known = all.Length;
        _listed = IsEmptyList
            ? [.. _lists.Lists[_list].Select(key => Array.Find(all, one => one.Key == key)).OfType<InstrumentLabel>()]
            : [.. all.Where(one => InstrumentGroups.Matches(one, IsAll ? _group : InstrumentGroup.All, _search))];
    }

    private RowTool ToolOf(InstrumentLabel one) => IsAll ? RowTool.None
        : IsEmptyList ? RowTool.Remove
        : _lists.Lists[_list].Contains(one.Key) ? RowTool.Added : RowTool.Add;

    private void Open(int list)
    {
        _list = list;
        List();
    }

    private void AddList()
    {
        Keep(_lists.AddList());
        Open(_lists.Lists.Length - 1);
    }

    private void RemoveList()
    {
        Keep(_lists.RemoveList(_list));
        Open(All);
    }

    private void UseTool(InstrumentLabel one)
    {
        Keep(ToolOf(one) == RowTool.Add ? _lists.Add(_list, one.Key) : _lists.Remove(_list, one.Key));
        List();
    }

    private void Keep(WatchLists lists)
    {
        _lists = lists;
        choices.Keep(KeptUnder, lists.ToText());
    }

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
        _ when IsEmptyList => "This list is empty. Search above and press Enter to add.",
        (0, _) => "No instruments yet; the engine has not named any.",
        (_, "") => $"The desk follows no {_group.ToString().ToLowerInvariant()}.",
        (_, var text) when _group == InstrumentGroup.All => $"Nothing matches “{text}”.",
        (_, var text) => $"Nothing matches “{text}” among {_group.ToString().ToLowerInvariant()}.",
    };

    private Task SelectAsync(InstrumentId id) => SelectedChanged.InvokeAsync(id);

    private async Task SearchKeyAsync(KeyboardEventArgs key)
    {
        if (key.Key == "Enter" && _listed.Count > 0) await TakeAsync(_listed[0]);
        if (key.Key is "ArrowDown" or "ArrowUp") await ListKeyAsync(key);
    }

    /// <summary>Enter in the search: chosen, and in a list put onto it.</summary>
    private async Task TakeAsync(InstrumentLabel one)
    {
        if (ToolOf(one) == RowTool.Add) UseTool(one);
        await SelectAsync(one.Id);
    }

    private async Task ListKeyAsync(KeyboardEventArgs key)
    {
        if (IsEmptyList && Changed(key)) return;
        var at = _listed.FindIndex(one => one.Id == Selected);
        int? next = key.Key switch
        {
            "ArrowDown" => Math.Min(at + 1, _listed.Count - 1),
            "ArrowUp" => Math.Max(at - 1, 0),
            "Home" => 0,
            "End" => _listed.Count - 1,
            _ => null,
        };
        if (next is not { } index || index == at || _listed.Count == 0) return;
        await SelectAsync(_listed[index].Id);
        await js.TryInvokeAsync("desk.reveal", _patience, RowId(_listed[index].Id), (double)index / _listed.Count);
    }

    /// <summary>Alt and an arrow moves the chosen row on its list, Delete takes it off; any other key is not for this.</summary>
    private bool Changed(KeyboardEventArgs key)
    {
        if (_listed.Find(one => one.Id == Selected) is not { } chosen) return false;
        var by = key.Key switch { "ArrowUp" => -1, "ArrowDown" => 1, _ => 0 };
        if (key.Key == "Delete") UseTool(chosen);
        else if (key.AltKey && by != 0) Keep(_lists.Move(_list, chosen.Key, by));
        else return false;
        List();
        return true;
    }
}
