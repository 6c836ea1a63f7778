using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Chart;

namespace TradingDesk.Web.Pages.Charts;

/// <summary>The selected instrument's candles with the indicators in force, and what can be done with those in place.</summary>
public sealed partial class ChartPanel
{
    private const int FirstPage = 500;

    // About two seconds: a browser that was away has had time to return.
    private const int LooksUntilReload = 16;

    private CandleChart? _chart;
    private ChartIndicators? _indicators;
    private ChartReading? _reading;
    private CancellationTokenSource? _cancel;
    private ChartStanding _standing = ChartStanding.AllDrawn;
    private ChartState _state;
    private string _failure = "";
    private (InstrumentId Instrument, Timeframe Timeframe) _shown;
    private int _looksToReload;
    private bool _isLoading;

    [Parameter, EditorRequired] public InstrumentLabel Instrument { get; set; } = null!;

    [Parameter, EditorRequired] public Timeframe Timeframe { get; set; }

    [Parameter] public EventCallback<Timeframe> TimeframeChanged { get; set; }

    private string NothingYet => Desk.Current.Market.HasFeed
        ? $"No {Timeframe.Label} candle of {Instrument.Symbol} yet; the first comes with its next tick."
        : $"No {Timeframe.Label} candle of {Instrument.Symbol} is stored; tradingdesk import candles brings some.";

    private ChartSubject Subject => new(Instrument, Timeframe);

    protected override RungReading? ReadSlice() => Desk.ReadRung(Instrument.Id, Timeframe);

    protected override async Task OnParametersSetAsync()
    {
        var wanted = (Instrument.Id, Timeframe);
        if (wanted == _shown) return;
        _shown = wanted;
        if (_chart is { IsReady: true }) await LoadAsync();
    }

    protected override async Task SliceChangedAsync()
    {
        if (_looksToReload > 0)
        {
            if (--_looksToReload == 0) await LoadAsync();
            return;
        }

        if (_isLoading || _state == ChartState.Failed || _reading is not { } reading) return;
        if (Slice is { } rung && reading.HasOtherColumns(rung)) await LoadAsync();
        else await FollowAsync(reading);
    }

    protected override void Dispose(bool disposing)
    {
        _cancel?.Cancel();
        _cancel?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Reads and shows anew; what is drawn of the same instrument and timeframe stays until the new reading is there.</summary>
    private async Task LoadAsync()
    {
        var cancel = Restart();
        var subject = Subject;
        var before = _reading?.Subject == subject ? _reading : null;
        if (before is null || _state == ChartState.Failed) SetState(ChartState.Loading);
        try
        {
            var history = await subject.ReadAsync(Desk, Math.Max(FirstPage, before?.Count ?? 0), null, cancel);
            if (!cancel.IsCancellationRequested) await ShowAsync(new ChartReading(Desk, _chart!, subject, history, cancel), cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Another instrument or timeframe was chosen meanwhile; its own reading shows it.
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            _failure = $"The candles of {Instrument.Symbol} could not be read: {failure.Message}";
            SetState(ChartState.Failed);
        }
        finally
        {
            if (!cancel.IsCancellationRequested) _isLoading = false;
        }
    }

    private async Task ShowAsync(ChartReading reading, CancellationToken cancel)
    {
        await reading.ShowAsync();
        if (cancel.IsCancellationRequested) return;
        _reading = reading;
        if (IsLost(reading)) return;
        SetState(reading.IsEmpty ? ChartState.Empty : ChartState.Shown);
        await FollowAsync(reading);
    }

    private async Task FollowAsync(ChartReading reading)
    {
        await reading.FollowAsync();
        if (_reading != reading) return;
        if (!IsLost(reading) && _state == ChartState.Empty && !reading.IsEmpty) SetState(ChartState.Shown);
    }

    private async Task LoadOlderAsync()
    {
        if (_reading is not { } reading) return;
        await reading.LoadOlderAsync();
        if (_reading == reading) IsLost(reading);
    }

    /// <summary>A call the browser did not confirm leaves the chart unknown: it is shown anew once the browser answers.</summary>
    private bool IsLost(ChartReading reading)
    {
        if (reading.IsLost) _looksToReload = LooksUntilReload;
        return reading.IsLost;
    }

    private CancellationToken Restart()
    {
        _looksToReload = 0;
        _isLoading = true;
        _cancel?.Cancel();
        _cancel?.Dispose();
        _cancel = new CancellationTokenSource();
        return _cancel.Token;
    }

    private void SetState(ChartState state)
    {
        _state = state;
        StateHasChanged();
    }

    private async Task ToggleAsync(string spec)
    {
        if (_chart is not null) await _chart.ToggleAsync(spec);
    }
}
