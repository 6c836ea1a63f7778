using System.Globalization;
using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Chart;
using TradingDesk.Web.Pages.Charts.Money;
using TradingDesk.Web.Pages.Desk;

namespace TradingDesk.Web.Pages.Charts;

/// <summary>The selected instrument's candles with the indicators in force, and what can be done with those in place.</summary>
public sealed partial class ChartPanel
{
    private const int FirstPage = 500;

    // About two seconds: a browser that was away has had time to return.
    private const int LooksUntilReload = 10;

    private CandleChart? _chart;
    private ChartIndicators? _indicators;
    private MoneyLayer? _money;
    private ChartReading? _reading;
    private CancellationTokenSource? _cancel;
    private ChartStanding _standing = ChartStanding.AllDrawn;
    private ChartState _state;
    private string _failure = "";
    private (InstrumentId Instrument, Timeframe Timeframe) _shown;
    private int _looksToReload;
    private bool _isLoading;
    private bool _isLog;
    private bool _isLogGiven;

    [Parameter, EditorRequired] public InstrumentLabel Instrument { get; set; } = null!;

    [Parameter, EditorRequired] public Timeframe Timeframe { get; set; }

    [Parameter] public EventCallback<Timeframe> TimeframeChanged { get; set; }

    /// <summary>Another instrument was searched for here; without it the instrument is chosen elsewhere.</summary>
    [Parameter] public EventCallback<InstrumentLabel> OnInstrumentWanted { get; set; }

    /// <summary>Which of the page's charts it is, from 0.</summary>
    [Parameter] public int Place { get; set; }

    [Parameter] public bool IsLog { get; set; }

    [Parameter] public EventCallback<bool> IsLogChanged { get; set; }

    private string NothingYet => Desk.Current.Market.HasFeed
        ? $"No {Timeframe.Label} candle of {Instrument.Symbol} yet; the first comes with its next tick."
        : $"No {Timeframe.Label} candle of {Instrument.Symbol} is stored; tradingdesk import candles brings some.";

    /// <summary>An id of this chart alone; the first chart's are the plain words.</summary>
    private string IdOf(string word) => Place == 0 ? word : string.Create(CultureInfo.InvariantCulture, $"{word}-{Place}");

    private ChartSubject Subject => new(Instrument, Timeframe);

    protected override RungReading? ReadSlice() => Desk.ReadRung(Instrument.Id, Timeframe);

    protected override async Task OnParametersSetAsync()
    {
        if (IsLog != _isLogGiven)
        {
            _isLogGiven = _isLog = IsLog;
            if (_chart is { IsReady: true }) await _chart.ScaleAsync(_isLog);
        }

        var wanted = (Instrument.Id, Timeframe);
        if (wanted == _shown) return;
        _shown = wanted;
        if (_chart is { IsReady: true }) await LoadAsync();
    }

    protected override async Task SliceChangedAsync()
    {
        if (_chart is not { IsShown: true }) return;
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
        if (_chart is not { IsShown: true }) return;
        var cancel = Restart();
        var subject = Subject;
        var before = _reading?.Subject == subject ? _reading : null;
        if (before is null || _state == ChartState.Failed) SetState(ChartState.Loading);
        try
        {
            var history = await subject.ReadAsync(Desk, Math.Max(FirstPage, before?.Count ?? 0), null, cancel);
            if (cancel.IsCancellationRequested) return;
            await ShowAsync(new ChartReading(Desk, _chart!, subject, history, cancel), history, cancel);
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

    private async Task ShowAsync(ChartReading reading, CandleHistory history, CancellationToken cancel)
    {
        await reading.ShowAsync(history);
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

    private async Task ReadyAsync()
    {
        if (_isLog) await _chart!.ScaleAsync(_isLog);
        await LoadAsync();
    }

    /// <summary>A hidden chart is told nothing; one that is seen again is told at once what it missed.</summary>
    private Task ShownAsync(bool isShown)
    {
        if (!isShown || _chart is not { IsReady: true }) return Task.CompletedTask;
        var isNear = _reading is { } reading && _state == ChartState.Shown && reading.Subject == Subject && _looksToReload == 0
            && ReadSlice() is { } rung && !reading.HasOtherColumns(rung) && reading.IsNear(rung);
        return isNear ? FollowAsync(_reading!) : LoadAsync();
    }

    private async Task ScaleAsync(bool isLog)
    {
        _isLog = isLog;
        if (_chart is { IsReady: true }) await _chart.ScaleAsync(isLog);
        await IsLogChanged.InvokeAsync(isLog);
    }

    private async Task SavePictureAsync()
    {
        var now = Desk.Current.Market.MarketTime;
        var world = Desk.Current.Market.Simulated ? "SIMULATED market, " : "";
        var time = now.ToIndia().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var name = $"{Instrument.Symbol}-{Timeframe.Label}-{time}.png";
        var caption = $"{Subject.FullName}  {Timeframe.Label}  {world}{Labels.Date(now)} {Labels.Clock(now)} IST, chart by TradingView";
        await _chart!.SavePictureAsync(name, caption);
    }

    private async Task ToggleAsync(string spec)
    {
        if (_chart is not null) await _chart.ToggleAsync(spec);
    }
}
