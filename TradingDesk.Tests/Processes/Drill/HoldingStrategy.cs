using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Strategies;

namespace TradingDesk.Tests.Processes.Drill;

/// <summary>A strategy that does not come back from the first candle it sees forming: the worst that one can do.</summary>
internal sealed class HoldingStrategy : IFormingStrategy
{
    public static StrategyDescription Description { get; } = new(
        "holding",
        "Holding",
        "Never comes back.",
        [new IndicatorParameter(StrategyDescription.MinConfidence, "Below it nothing is done.", 0, 1, 0.5, Whole: false)],
        _ => new HoldingStrategy())
    {
        Indicators = _ => "SMA:2",
        Reasons = ["It closed at {0}."],
    };

    public IStrategy Copy() => new HoldingStrategy();

    public void Close(in StrategyCandle candle, StrategyDesk desk)
    {
    }

    public void Form(in StrategyCandle forming, StrategyDesk desk) => Thread.Sleep(Timeout.Infinite);
}
