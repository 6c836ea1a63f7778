using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Chart;
using TradingDesk.Web.Pages.Charts;
using TradingDesk.Web.Pages.Desk;

namespace TradingDesk.Web.Pages.Indicators;

/// <summary>Closed candles with the draft's indicators, or with those in force while there is no draft; it says which.</summary>
public sealed partial class PreviewPanel(TimeProvider time)
{
    private const int FirstPage = 400;
    private const int OlderPage = 400;
    private const int SettlePage = 60;

    // A market in a hurry closes many candles a second; a preview need not follow each.
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);

    private CandleChart? _chart;
    private CancellationTokenSource? _reading;
    private ChartState _state;
    private string _failure = "";
    private (InstrumentId Instrument, Timeframe Timeframe, string? Lists, int Version) _shown;
    private Instant? _oldest;
    private long _newest;
    private int _candles;
    private long _readAt;
    private bool _isLost;

    [Parameter, EditorRequired] public InstrumentLabel Instrument { get; set; } = null!;

    [Parameter, EditorRequired] public Timeframe Timeframe { get; set; }

    [Parameter, EditorRequired] public IndicatorDraft Draft { get; set; } = null!;

    [Parameter, EditorRequired] public int InForceVersion { get; set; }

    private string? Lists => Draft.IsChanged ? Draft.Text : null;

    /// <summary>The draft changes other lists than the one that holds for what is shown.</summary>
    private bool IsSameHere => Draft.Holding(ScopeWords.Of(Instrument), Timeframe).Specs.SequenceEqual(
        (Draft with { Text = Draft.Base }).Holding(ScopeWords.Of(Instrument), Timeframe).Specs);

    private string Holding => ScopeWords.Whose(Draft.Holding(ScopeWords.Of(Instrument), Timeframe)) + ", closed candles only";

    protected override RungReading? ReadSlice() => Desk.ReadRung(Instrument.Id, Timeframe);

    protected override async Task OnParametersSetAsync()
    {
        var wanted = (Instrument.Id, Timeframe, Lists, InForceVersion);
        if (wanted == _shown) return;
        _shown = wanted;
        if (_chart is { IsReady: true }) await LoadAsync();
    }

    protected override async Task SliceChangedAsync()
    {
        if (_state is ChartState.Loading or ChartState.Failed || Slice is not { } rung || time.GetElapsedTime(_readAt) < _pause) return;
        if (rung.Candles == _candles && !_isLost) return;
        if (_state == ChartState.Empty || _isLost) await LoadAsync();
        else await AppendAsync(rung.Candles);
    }

    protected override void Dispose(bool disposing)
    {
        _reading?.Cancel();
        _reading?.Dispose();
        base.Dispose(disposing);
    }

    private async Task LoadAsync()
    {
        _reading?.Cancel();
        _reading?.Dispose();
        _reading = new CancellationTokenSource();
        var cancel = _reading.Token;
        SetState(ChartState.Loading);
        try
        {
            var history = await ReadAsync(FirstPage, null, cancel);
            if (!cancel.IsCancellationRequested) await ShowAsync(history);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Another list, instrument or timeframe is wanted by now; its own reading shows it.
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested && failure is IOException or ArgumentException)
        {
            _failure = $"The preview could not be made: {failure.Message}";
            SetState(ChartState.Failed);
        }
    }

    private async Task ShowAsync(CandleHistory history)
    {
        var rows = ChartRows.Of(history);
        _oldest = rows.Count > 0 ? history.Candles[0].Start : null;
        _newest = rows.Count > 0 ? rows[^1].StartSeconds : long.MinValue;
        var hasVolume = InstrumentGroups.Of(Instrument) != InstrumentGroup.Indices;
        var setup = new ChartSetup(
            Instrument.Symbol, Timeframe.Seconds, Labels.Places(Instrument), hasVolume, ChartRows.Columns(history.Columns));
        // What the browser did not confirm is shown anew at a later look, once it answers again.
        _isLost = !await _chart!.ShowAsync(setup, rows);
        SetState(rows.Count > 0 ? ChartState.Shown : ChartState.Empty);
    }

    /// <summary>Puts what has closed since at the right end; what a short reading does not reach is shown anew.</summary>
    private async Task AppendAsync(int candles)
    {
        var cancel = _reading!.Token;
        if (await TryReadAsync(SettlePage, null, cancel) is not { Candles.Count: > 0 } history) return;
        _candles = candles;
        var rows = ChartRows.Of(history);
        if (rows[0].StartSeconds > _newest)
        {
            await LoadAsync();
            return;
        }

        var closed = rows.FindAll(row => row.StartSeconds > _newest);
        if (closed.Count == 0) return;
        _newest = closed[^1].StartSeconds;
        _isLost = !await _chart!.SettleAsync(closed);
    }

    private async Task LoadOlderAsync()
    {
        if (_oldest is not { } oldest || _reading is not { } reading) return;
        if (await TryReadAsync(OlderPage, oldest, reading.Token) is not { } history)
            throw new IOException("Older candles cannot be read now."); // The browser asks again at the next scroll.
        if (history.Candles.Count > 0) _oldest = history.Candles[0].Start;
        _isLost |= !await _chart!.PrependAsync(ChartRows.Of(history));
    }

    private async Task<CandleHistory?> TryReadAsync(int count, Instant? before, CancellationToken cancel)
    {
        try
        {
            var history = await ReadAsync(count, before, cancel);
            return cancel.IsCancellationRequested ? null : history;
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException)
        {
            return null;
        }
    }

    private Task<CandleHistory> ReadAsync(int count, Instant? before, CancellationToken cancel)
    {
        _readAt = time.GetTimestamp();
        return Desk.ReadHistoryAsync(Instrument.Id, Timeframe, count, before, Lists, cancel);
    }

    private void SetState(ChartState state)
    {
        _state = state;
        StateHasChanged();
    }
}
