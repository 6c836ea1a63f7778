using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Runs;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Chart;

namespace TradingDesk.Web.Pages.Strategies;

/// <summary>What a run watches, with the indicators it decides by and its signals at their candles.</summary>
public sealed partial class RunChart : ComponentBase
{
    private IReadOnlyList<SignalView> _marked = [];
    private IReadOnlyList<ChartMark> _marks = [];

    [Parameter, EditorRequired] public InstrumentLabel Instrument { get; set; } = null!;

    [Parameter, EditorRequired] public Timeframe Timeframe { get; set; }

    [Parameter, EditorRequired] public string Indicators { get; set; } = "";

    /// <summary>The newest first.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<SignalView> Signals { get; set; } = [];

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_marked, Signals)) return;
        _marked = Signals;
        _marks = [.. Signals.Reverse().Select(signal => new ChartMark(signal.Candle.UnixSeconds, signal.Way, signal.IsActed))];
    }
}
