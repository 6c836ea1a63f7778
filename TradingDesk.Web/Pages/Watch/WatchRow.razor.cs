using System.Globalization;
using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Live;

namespace TradingDesk.Web.Pages.Watch;

/// <summary>One line of the watchlist; it looks for its own quote, and renders only when that or its selection changed.</summary>
public sealed partial class WatchRow : LiveComponent<Quote>
{
    private Quote? _shown;
    private bool _shownSelected;
    private RowTool _shownTool;
    private string _flash = "";

    [Parameter, EditorRequired] public InstrumentLabel Instrument { get; set; } = null!;

    [Parameter, EditorRequired] public string RowId { get; set; } = "";

    [Parameter] public bool Selected { get; set; }

    [Parameter] public EventCallback<InstrumentId> OnSelected { get; set; }

    [Parameter] public RowTool Tool { get; set; }

    [Parameter] public EventCallback<InstrumentLabel> OnTool { get; set; }

    private Quote Quote => Slice!;

    private string ToolSign => Tool switch { RowTool.Add => "+", RowTool.Added => "✓", _ => "×" };

    private string ToolLabel =>
        Tool == RowTool.Add ? $"Add {Instrument.Symbol} to the list" : $"Take {Instrument.Symbol} off the list";

    private string Title => $"{Instrument.Exchange}:{Instrument.Symbol} - {Instrument.Name}"
        + (Quote.IsStale ? $". No tick since {Quote.Time.ToIndia().ToString("HH:mm:ss", CultureInfo.InvariantCulture)}." : "");

    private string Css => Tones.OfChange(Quote.ChangeBasisPoints).Css();

    protected override Quote? ReadSlice() => Desk.Current.Quotes.All[Instrument.Id.Index];

    protected override Task SliceChangedAsync()
    {
        // Two equal animations in turn, so that each new price starts one.
        if (_shown is not null && _shown.Last != Quote.Last) _flash = _flash == "flash-a" ? "flash-b" : "flash-a";
        return base.SliceChangedAsync();
    }

    // What is shown is noted by the markup itself: a render that waits in the queue takes newer parameters than were asked about here.
    protected override bool ShouldRender() => !ReferenceEquals(_shown, Quote) || _shownSelected != Selected || _shownTool != Tool;
}
