using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Strategies;

namespace TradingDesk.Benchmarks.Latency;

/// <summary>A strategy that turns its position round with every candle, so that each close ends in orders.</summary>
internal sealed class FlipFlop : IStrategy
{
    public static StrategyDescription Description { get; } = new(
        "flip_flop",
        "Turn round at every close",
        "Long when it was short, else short.",
        [new IndicatorParameter(StrategyDescription.MinConfidence, "Below it nothing is done.", 0, 1, 0, Whole: false)],
        _ => new FlipFlop())
    {
        Indicators = _ => "EMA:3",
        Reasons = ["The average is {0}."],
    };

    public IStrategy Copy() => new FlipFlop();

    public void Close(in StrategyCandle candle, StrategyDesk desk)
    {
        var average = candle.Indicators[0];
        if (double.IsNaN(average) || desk.Book.IsBusy) return;
        desk.Enter(desk.Way < 0 ? Side.Buy : Side.Sell, 1, 0, [average]);
    }
}
