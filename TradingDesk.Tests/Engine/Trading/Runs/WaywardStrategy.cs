using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Strategies;

namespace TradingDesk.Tests.Engine.Trading.Runs;

/// <summary>A strategy that does what the close tells it to, good or bad: the price in rupees is the wish.</summary>
internal sealed class WaywardStrategy : IFormingStrategy
{
    public const int Buy = 1_001;
    public const int Sell = 1_002;
    public const int Leave = 1_003;
    public const int Throw = 1_004;
    public const int NotANumber = 1_005;
    public const int TooMuch = 1_006;
    public const int Doubt = 1_007;
    public const int Half = 1_008;
    public const int Guard = 1_009;
    public const int BuyTwice = 1_010;

    /// <summary>Seen while it forms: leave at once.</summary>
    public const int FormingLeave = 1_050;

    public static StrategyDescription Description { get; } = new(
        "wayward",
        "Wayward",
        "Does what the close says.",
        [new IndicatorParameter(StrategyDescription.MinConfidence, "Below it nothing is done.", 0, 1, 0.5, Whole: false)],
        _ => new WaywardStrategy())
    {
        Indicators = _ => "SMA:2",
        Reasons = ["It closed at {0}."],
    };

    public int Candles { get; private set; }

    public IStrategy Copy() => new WaywardStrategy { Candles = Candles };

    public void Close(in StrategyCandle candle, StrategyDesk desk)
    {
        Candles++;
        Do((int)candle.Close, candle.Close, desk);
    }

    public void Form(in StrategyCandle forming, StrategyDesk desk)
    {
        if ((int)forming.Close == FormingLeave) desk.Exit(1, 0, [forming.Close]);
        if ((int)forming.Close == Buy) desk.Enter(Side.Buy, 1, 0, [forming.Close]);
    }

    private static void Do(int wish, double close, StrategyDesk desk)
    {
        switch (wish)
        {
            case Buy: desk.Enter(Side.Buy, 0.9, 0, [close], stop: close - 20, target: close + 40); break;
            case Sell: desk.Enter(Side.Sell, 0.9, 0, [close]); break;
            case Leave: desk.Exit(0.9, 0, [close]); break;
            case Throw: throw new InvalidOperationException("It was told to.");
            case NotANumber: desk.Enter(Side.Buy, double.NaN, 0, [close]); break;
            case TooMuch:
                for (var wishes = 0; wishes <= StrategyDesk.WishesMost; wishes++) desk.Exit(0.9, 0, [close]);
                break;
            case Doubt: desk.Enter(Side.Buy, 0.4, 0, [close]); break;
            case Half: desk.Aim(Side.Buy, 0.5, 0.9, 0, [close]); break;
            case Guard: desk.Protect(close - 5, 0.9, 0, [close]); break;
            case BuyTwice:
                desk.Enter(Side.Buy, 0.9, 0, [close]);
                desk.Enter(Side.Sell, 0.9, 0, [close]);
                break;
        }
    }
}
