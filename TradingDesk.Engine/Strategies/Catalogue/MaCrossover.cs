using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Strategies.Catalogue;

/// <summary>Follows the trend: buys when a short average of closes crosses above a long one, sells when it crosses below.</summary>
internal sealed class MaCrossover(int forgetAfter) : IStrategy
{
    private const int CrossedAbove = 0;
    private const int CrossedBelow = 1;

    /// <summary>A gap of so much of the long average, once crossed, is as sure as this strategy gets.</summary>
    private const double SureGap = 0.001;

    /// <summary>How sure a bare cross is; the gap adds the rest.</summary>
    private const double BareCross = 0.7;

    /// <summary>Averages nearer than this share are equal: what is left are the last digits of their sums, which cross nothing.</summary>
    private const double EqualShare = 1e-12;

    /// <summary>The side the short average stood on last, and for how many candles the two have been equal since.</summary>
    private int _side;
    private int _equal;

    public static StrategyDescription Description { get; } = new(
        "ma_crossover",
        "Moving average crossover",
        "Buys when the short simple average of closes crosses above the long one and sells when it crosses below; always in the market "
            + "after the first cross.",
        [
            new IndicatorParameter("short_window", "Candles of the short average.", 2, 500, 10, Whole: true),
            new IndicatorParameter("long_window", "Candles of the long average.", 3, 2_000, 50, Whole: true),
            new IndicatorParameter(StrategyDescription.MinConfidence, "Signals below it are recorded only.", 0, 1, 0.7, Whole: false),
        ],
        settings => new MaCrossover(settings.Whole("long_window")))
    {
        Indicators = settings => $"SMA:{settings.Whole("short_window")},SMA:{settings.Whole("long_window")}",
        Reasons =
        [
            "The short average {0} has crossed above the long average {1}.",
            "The short average {0} has crossed below the long average {1}.",
        ],
        Refuse = settings => settings["short_window"] < settings["long_window"] ? null : "short_window must be below long_window",
    };

    public IStrategy Copy() => (IStrategy)MemberwiseClone();

    public void Close(in StrategyCandle candle, StrategyDesk desk)
    {
        var (fast, slow) = (candle.Indicators[0], candle.Indicators[1]);
        if (double.IsNaN(fast) || double.IsNaN(slow)) return;
        var last = _side;
        Stand(Math.Abs(fast - slow) <= EqualShare * slow ? 0 : Math.Sign(fast - slow));
        if (last == 0 || _side == 0 || _side == last) return;
        var confidence = Math.Min(1, BareCross + ((1 - BareCross) * Math.Abs(fast - slow) / (slow * SureGap)));
        desk.Enter(_side > 0 ? Side.Buy : Side.Sell, confidence, _side > 0 ? CrossedAbove : CrossedBelow, [fast, slow]);
    }

    /// <summary>Averages that were equal for a whole window have no side any more: a start could not know the one they came from.</summary>
    private void Stand(int side)
    {
        _equal = side == 0 ? Math.Min(_equal + 1, forgetAfter) : 0;
        if (side != 0 || _equal == forgetAfter) _side = side;
    }
}
