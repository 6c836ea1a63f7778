using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Desk;

namespace TradingDesk.Web.Pages.Indicators;

/// <summary>
/// What the desk computes now for one instrument and timeframe: confirmed beside forming, warm-up until ready, and how often the
/// forming value has flipped. Which indicators are shown is kept in the browser.
/// </summary>
public sealed partial class ValuesPanel(IJSRuntime js, TimeProvider time, SnapshotTicker ticker)
{
    private const string Kept = "desk.values.hidden";

    private readonly CancellationTokenSource _gone = new();
    private FlipReading? _flips;
    private HashSet<string> _hidden = [];
    private IDisposable? _beat;
    private (InstrumentId, Timeframe) _shown;

    [Parameter, EditorRequired] public InstrumentLabel Instrument { get; set; } = null!;

    [Parameter, EditorRequired] public Timeframe Timeframe { get; set; }

    [Parameter, EditorRequired] public IndicatorsInForce InForce { get; set; } = IndicatorsInForce.None;

    private FlipReading Flips => _flips ??= new FlipReading(Desk, time);

    private string Holding => ScopeWords.Whose(IndicatorDraft.Of(InForce).Holding(ScopeWords.Of(Instrument), Timeframe));

    private string FlipSentence => Flips switch
    {
        { Failure: { } failure } => $"Flips could not be counted and will be tried again: {failure}",
        { Counts: null } => "Counting flips ...",
        { Over: 0 } => "Flips: no closed candle has its seconds stored yet.",
        { Over: < FlipReading.Candles } some => $"Flips over {some.Over} closed candles; no more have their seconds stored.",
        _ => $"Flips over the newest {FlipReading.Candles} closed candles.",
    };

    /// <summary>None before the history is there: nothing has been seen is not the same as nothing there to see.</summary>
    protected override RungReading? ReadSlice() => Desk.Current.IsReady ? Desk.ReadRung(Instrument.Id, Timeframe) : null;

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _beat = ticker.SubscribeBeat(() => _ = InvokeAsync(CountAsync));
    }

    protected override async Task OnParametersSetAsync()
    {
        if ((Instrument.Id, Timeframe) != _shown)
        {
            _shown = (Instrument.Id, Timeframe);
            Flips.Begin();
        }

        await CountAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        var kept = await js.TryRecallAsync(Kept);
        if (string.IsNullOrEmpty(kept)) return;
        _hidden = [.. kept.Split(',')];
        StateHasChanged();
    }

    protected override void Dispose(bool disposing)
    {
        _beat?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
        base.Dispose(disposing);
    }

    private List<ValueRow> Rows(RungReading rung)
    {
        var rows = new List<ValueRow>();
        for (var at = 0; at < rung.Columns.Count; at++)
        {
            var column = rung.Columns[at];
            if (!_hidden.Contains(column.Spec))
                rows.Add(ValueRow.Of(rung, at, Labels.Places(Instrument), Flips.Counts?.GetValueOrDefault(column.Name)));
        }

        return rows;
    }

    private async Task CountAsync()
    {
        if (_gone.IsCancellationRequested || ReadSlice() is not { } rung || !Flips.IsDue(rung)) return;
        await Flips.CountAsync(Instrument.Id, Timeframe, _gone.Token);
        if (!_gone.IsCancellationRequested) StateHasChanged();
    }

    private Task ToggleAsync(string spec)
    {
        if (!_hidden.Remove(spec)) _hidden.Add(spec);
        return js.TryKeepAsync(Kept, string.Join(',', _hidden));
    }

    private Task ShowAllAsync()
    {
        _hidden.Clear();
        return js.TryKeepAsync(Kept, "");
    }
}
