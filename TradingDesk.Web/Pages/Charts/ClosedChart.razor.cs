using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Chart;
using TradingDesk.Web.Pages.Desk;

namespace TradingDesk.Web.Pages.Charts;

/// <summary>Closed candles with indicators of a list of its own or of the one in force, and perhaps with marks at them.</summary>
public sealed partial class ClosedChart(TimeProvider time)
{
    private const int FirstPage = 400;
    private const int OlderPage = 400;
    private const int SettlePage = 60;

    // A market in a hurry closes many candles a second; what is looked at in peace need not follow each.
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);

    private CandleChart? _chart;
    private CancellationTokenSource? _reading;
    private ChartState _state;
    private string _failure = "";
    private (InstrumentId Instrument, Timeframe Timeframe, string? Lists, int Version) _shown;
    private IReadOnlyList<ChartMark> _marked = [];
    private Instant? _oldest;
    private long _newest;
    private int _candles;
    private long _readAt;
    private bool _isLost;

    [Parameter, EditorRequired] public InstrumentLabel Instrument { get; set; } = null!;

    [Parameter, EditorRequired] public Timeframe Timeframe { get; set; }

    /// <summary>The lists to compute; null for those in force.</summary>
    [Parameter] public string? Lists { get; set; }

    /// <summary>Which version of the lists is in force: another one is read anew.</summary>
    [Parameter] public int Version { get; set; }

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>Oldest first; another list replaces the one before.</summary>
    [Parameter] public IReadOnlyList<ChartMark> Marks { get; set; } = [];

    protected override RungReading? ReadSlice() => Desk.ReadRung(Instrument.Id, Timeframe);

    protected override async Task OnParametersSetAsync()
    {
        var wanted = (Instrument.Id, Timeframe, Lists, Version);
        var isOther = wanted != _shown;
        _shown = wanted;
        if (_chart is not { IsReady: true }) return;
        if (isOther) await LoadAsync();
        if (!ReferenceEquals(_marked, Marks)) await MarkAsync();
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
            _failure = $"The chart could not be made: {failure.Message}";
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
        await MarkAsync();
        SetState(rows.Count > 0 ? ChartState.Shown : ChartState.Empty);
    }

    private async Task MarkAsync()
    {
        if (Marks.Count == 0 && _marked.Count == 0) return;
        _marked = Marks;
        _isLost |= !await _chart!.SignalAsync(Marks);
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
