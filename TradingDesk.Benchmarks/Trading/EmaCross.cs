using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Strategies;

namespace TradingDesk.Benchmarks.Trading;

/// <summary>The plainest strategy there is: long while the quick average is above the calm one, short while it is below.</summary>
internal sealed class EmaCross : IStrategy
{
    public static StrategyDescription Description { get; } = new(
        "ema_cross",
        "Cross of two exponential averages",
        "Long above, short below.",
        [
            new IndicatorParameter("fast", "Candles of the quick average.", 2, 5_000, 50, Whole: true),
            new IndicatorParameter("slow", "Candles of the calm average.", 3, 5_000, 200, Whole: true),
            new IndicatorParameter(StrategyDescription.MinConfidence, "Below it nothing is done.", 0, 1, 0, Whole: false),
        ],
        _ => new EmaCross())
    {
        Indicators = settings => $"EMA:{settings.Whole("fast")},EMA:{settings.Whole("slow")}",
        Reasons = ["The quick average {0} stands above the calm one {1}.", "The quick average {0} stands below the calm one {1}."],
    };

    public IStrategy Copy() => new EmaCross();

    public void Close(in StrategyCandle candle, StrategyDesk desk)
    {
        var (quick, calm) = (candle.Indicators[0], candle.Indicators[1]);
        if (double.IsNaN(quick) || double.IsNaN(calm) || quick == calm) return;
        var side = quick > calm ? Side.Buy : Side.Sell;
        if (desk.Book.Way != side.Sign()) desk.Enter(side, 1, side == Side.Buy ? 0 : 1, [quick, calm]);
    }
}
