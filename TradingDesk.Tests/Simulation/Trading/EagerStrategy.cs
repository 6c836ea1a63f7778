using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Strategies;

namespace TradingDesk.Tests.Simulation.Trading;

/// <summary>A strategy that wishes at everything it is shown: in at one candle, out at the next, and out by a forming one too.</summary>
internal sealed class EagerStrategy : IFormingStrategy
{
    public static StrategyDescription Description { get; } = new(
        "eager",
        "Eager",
        "Always wishes.",
        [new IndicatorParameter(StrategyDescription.MinConfidence, "Below it nothing is done.", 0, 1, 0.5, Whole: false)],
        _ => new EagerStrategy())
    {
        Indicators = _ => "SMA:2",
        Reasons = ["It closed at {0}."],
    };

    public IStrategy Copy() => new EagerStrategy();

    public void Close(in StrategyCandle candle, StrategyDesk desk)
    {
        if (desk.Way == 0) desk.Enter(Side.Buy, 0.9, 0, [candle.Close]);
        else desk.Exit(0.9, 0, [candle.Close]);
    }

    /// <summary>Rarely enough not to be benched for it.</summary>
    public void Form(in StrategyCandle forming, StrategyDesk desk)
    {
        if (desk.Way != 0 && !desk.Book.IsBusy && (long)forming.Close % 5 == 0) desk.Exit(0.9, 0, [forming.Close]);
    }
}
