using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Chart;

namespace TradingDesk.Web.Pages.Desk;

/// <summary>The selected instrument's candles: history read once, the forming one pulled, each closed one settled by the store.</summary>
public sealed partial class ChartPanel
{
    private const int FirstPage = 500;
    private const int OlderPage = 500;
    private const int SettlePage = 20;
    private const int SettleTries = 16;

    // About two seconds: a browser that was away has had time to return.
    private const int LooksUntilReload = 16;

    private CandleChart? _chart;
    private CancellationTokenSource? _reading;
    private ChartState _state;
    private string _failure = "";
    private (InstrumentId Instrument, Timeframe Timeframe) _shown;
    private IReadOnlyList<IndicatorColumn> _columns = [];
    private Instant? _oldest;
    private long _newestClosed;
    private long _newestFormed;
    private long _settleUpTo;
    private int _settleTries;
    private int _looksToReload;
    private bool _following;
    private bool _followAgain;

    [Parameter, EditorRequired] public InstrumentLabel Instrument { get; set; } = null!;

    [Parameter, EditorRequired] public Timeframe Timeframe { get; set; }

    [Parameter] public EventCallback<Timeframe> TimeframeChanged { get; set; }

    private string NothingYet => $"No {Timeframe.Label} candle of {Instrument.Symbol} yet; the first comes with its next tick.";

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

        if (_state is ChartState.Loading or ChartState.Failed) return;
        if (HasOtherColumns(Slice)) await LoadAsync();
        else await FollowAsync();
    }

    protected override void Dispose(bool disposing)
    {
        _reading?.Cancel();
        _reading?.Dispose();
        base.Dispose(disposing);
    }

    private async Task LoadAsync()
    {
        var cancel = Restart();
        SetState(ChartState.Loading);
        try
        {
            var history = await Desk.ReadHistoryAsync(Instrument.Id, Timeframe, FirstPage, null, null, cancel);
            if (cancel.IsCancellationRequested) return;
            await ShowAsync(history, cancel);
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
    }

    private async Task ShowAsync(CandleHistory history, CancellationToken cancel)
    {
        var rows = ChartRows.Of(history);
        _columns = history.Columns;
        _oldest = rows.Count > 0 ? history.Candles[0].Start : null;
        _newestClosed = rows.Count > 0 ? rows[^1].StartSeconds : long.MinValue;
        _newestFormed = _newestClosed;
        _settleTries = 0;
        var hasVolume = InstrumentGroups.Of(Instrument) != InstrumentGroup.Indices;
        var setup = new ChartSetup(Instrument.Symbol, Timeframe.Seconds, Labels.Places(Instrument), hasVolume, ChartRows.Columns(_columns));
        var confirmed = await _chart!.ShowAsync(setup, rows);
        if (cancel.IsCancellationRequested) return;
        if (Lost(confirmed)) return;
        SetState(rows.Count > 0 ? ChartState.Shown : ChartState.Empty);
        await FollowAsync();
    }

    /// <summary>Moves the forming candle; a change that comes while the browser takes the last one is followed after it.</summary>
    private async Task FollowAsync()
    {
        _followAgain = true;
        if (_following) return;
        _following = true;
        try
        {
            while (_followAgain && _state is not (ChartState.Loading or ChartState.Failed))
            {
                _followAgain = false;
                await FollowOnceAsync();
            }
        }
        finally
        {
            _following = false;
        }
    }

    private async Task FollowOnceAsync()
    {
        if (Desk.ReadRung(Instrument.Id, Timeframe) is not { Forming: { } forming } rung || HasOtherColumns(rung)) return;
        var row = ChartRows.Of(forming, rung);
        if (row.StartSeconds > _newestFormed)
        {
            (_settleUpTo, _settleTries) = (_newestFormed, SettleTries);
            _newestFormed = row.StartSeconds;
        }

        if (_settleTries > 0) await SettleAsync(row.StartSeconds);
        if (_state is ChartState.Loading || row.StartSeconds <= _newestClosed) return;
        if (_state == ChartState.Empty) SetState(ChartState.Shown);
        Lost(await _chart!.UpdateAsync(row));
    }

    /// <summary>A candle that was drawn while it formed is replaced by the closed one, which may come a moment later.</summary>
    private async Task SettleAsync(long formingStart)
    {
        var cancel = _reading!.Token;
        if (_newestClosed < Math.Max(_settleUpTo, formingStart - Timeframe.Seconds))
        {
            if (await TryReadAsync(SettlePage, null, cancel) is not { } history) return;
            _settleTries--;
            var closed = ChartRows.Of(history).FindAll(row => row.StartSeconds > _newestClosed);
            if (closed.Count > 0)
            {
                _newestClosed = closed[^1].StartSeconds;
                Lost(await _chart!.SettleAsync(closed));
            }
        }

        if (_newestClosed >= _settleUpTo) _settleTries = 0;
    }

    private async Task LoadOlderAsync()
    {
        if (_oldest is not { } oldest || _reading is not { } reading) return;
        if (await TryReadAsync(OlderPage, oldest, reading.Token) is not { } history)
            throw new IOException("Older candles cannot be read now."); // The browser asks again at the next scroll.
        if (history.Candles.Count > 0) _oldest = history.Candles[0].Start;
        Lost(await _chart!.PrependAsync(ChartRows.Of(history)));
    }

    /// <summary>
    /// The closed candles, or null when something else is shown by now or the store cannot be read at the moment: what is drawn stays
    /// "not confirmed", and the next look tries again.
    /// </summary>
    private async Task<CandleHistory?> TryReadAsync(int count, Instant? before, CancellationToken cancel)
    {
        try
        {
            var history = await Desk.ReadHistoryAsync(Instrument.Id, Timeframe, count, before, null, cancel);
            return cancel.IsCancellationRequested ? null : history;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>A call the browser did not confirm leaves the chart unknown: it is shown anew once the browser answers.</summary>
    private bool Lost(bool confirmed)
    {
        if (!confirmed) _looksToReload = LooksUntilReload;
        return !confirmed;
    }

    private CancellationToken Restart()
    {
        _looksToReload = 0;
        _reading?.Cancel();
        _reading?.Dispose();
        _reading = new CancellationTokenSource();
        return _reading.Token;
    }

    /// <summary>Whether the desk computes other indicators now than those that are drawn.</summary>
    private bool HasOtherColumns(RungReading? rung) =>
        rung is not null && !ReferenceEquals(rung.Columns, _columns) && !rung.Columns.SequenceEqual(_columns);

    private void SetState(ChartState state)
    {
        _state = state;
        StateHasChanged();
    }
}
