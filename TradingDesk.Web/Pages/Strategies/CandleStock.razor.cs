using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Runs;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Pages.Charts;

namespace TradingDesk.Web.Pages.Strategies;

/// <summary>How many candles are stored of those a run would need before it may wish.</summary>
public sealed partial class CandleStock(IDeskView desk) : ComponentBase, IDisposable
{
    private CancellationTokenSource? _reading;
    private ChartState _state = ChartState.Empty;
    private string _failure = "";
    private (InstrumentId? Instrument, Timeframe? Timeframe, int Needed, int History) _asked;
    private int _stored;

    [Parameter, EditorRequired] public RunReview Review { get; set; } = null!;

    [Parameter] public InstrumentId? Instrument { get; set; }

    [Parameter] public Timeframe? Timeframe { get; set; }

    private bool IsEnough => _stored >= _asked.Needed;

    private string Sentence => IsEnough
        ? $"{Text(_stored)} of {Text(_asked.History)} candles are stored, it needs {Text(_asked.Needed)}: it will be warm at once."
        : $"{Text(_stored)} of the {Text(_asked.Needed)} candles it needs are stored: it will be warm after "
            + $"{Text(_asked.Needed - _stored)} more have closed.";

    public void Dispose()
    {
        _reading?.Cancel();
        _reading?.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        var wanted = (Instrument, Timeframe, Review.Needed, Review.History);
        if (Review.History == 0 || wanted == _asked) return;
        _asked = wanted;
        if (Instrument is { } instrument && Timeframe is { } timeframe) await ReadAsync(instrument, timeframe);
    }

    private async Task ReadAsync(InstrumentId instrument, Timeframe timeframe)
    {
        Dispose();
        _reading = new CancellationTokenSource();
        var cancel = _reading.Token;
        _state = ChartState.Loading;
        try
        {
            var history = await desk.ReadHistoryAsync(instrument, timeframe, Review.History, null, Review.Indicators, cancel);
            if (!cancel.IsCancellationRequested) (_stored, _state) = (history.Candles.Count, ChartState.Shown);
        }
        catch (OperationCanceledException)
        {
            // Another choice is asked about by now.
        }
        catch (Exception failure) when (failure is IOException or ArgumentException)
        {
            if (!cancel.IsCancellationRequested) (_failure, _state) = (failure.Message, ChartState.Failed);
        }
    }

    private static string Text(int count) => IndianNumbers.Whole(count);
}
