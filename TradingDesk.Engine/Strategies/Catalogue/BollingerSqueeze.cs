using System.Globalization;
using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Strategies.Catalogue;

/// <summary>Waits while Bollinger's bands lie inside Keltner's channel, and goes with the price when they come out.</summary>
internal sealed class BollingerSqueeze(StrategySettings settings) : IStrategy
{
    private const int BrokeUp = 0;
    private const int BrokeDown = 1;
    private const int LeftLong = 2;
    private const int LeftShort = 3;

    /// <summary>How sure a bare release is; a longer squeeze and a close nearer to the channel's edge add half of the rest each.</summary>
    private const double BareRelease = 0.6;

    /// <summary>A squeeze of so many times the least is as long as counts.</summary>
    private const int LongSqueeze = 3;

    /// <summary>Leaving is a rule and no guess.</summary>
    private const double Sure = 1;

    private readonly int _least = settings.Whole("squeeze_candles");
    private readonly double _trail = settings["trail_atr"];

    /// <summary>Candles the squeeze has lasted, at most as many as count.</summary>
    private int _squeezed;

    public static StrategyDescription Description { get; } = new(
        "bollinger_squeeze",
        "Bollinger squeeze",
        "A quiet market lies with its Bollinger bands inside its Keltner channel. When they come out after some candles it goes with the "
            + "side of the middle on which the candle closed; it leaves when a candle closes on the other side.",
        [
            new IndicatorParameter("period", "Candles of both bands.", 5, 500, 20, Whole: true),
            new IndicatorParameter("deviations", "Standard deviations from the middle to a Bollinger band.", 0.5, 5, 2, Whole: false),
            new IndicatorParameter("channel_atr", "Average true ranges from the middle to an edge of the channel.", 0.5, 5, 1.5,
                Whole: false),
            new IndicatorParameter("squeeze_candles", "Candles the squeeze must have lasted.", 1, 100, 6, Whole: true),
            new IndicatorParameter("trail_atr", "Average true ranges that the stop trails behind; 0 for a stop that stands.", 0, 20, 3,
                Whole: false),
            new IndicatorParameter(StrategyDescription.MinConfidence, "Signals below it are recorded only.", 0, 1, 0.65, Whole: false),
        ],
        settings => new BollingerSqueeze(settings))
    {
        Indicators = settings => string.Create(CultureInfo.InvariantCulture,
            $"BBANDS:{settings["period"]}:{settings["deviations"]},"
                + $"KELTNER:{settings["period"]}:{settings["period"]}:{settings["channel_atr"]},ATR:{settings["period"]}"),
        WarmUp = settings => settings.Whole("period") + settings.Whole("squeeze_candles"),
        Reasons =
        [
            "The bands came out of the channel after {0} quiet candles, the close {1} above their middle {2}.",
            "The bands came out of the channel after {0} quiet candles, the close {1} below their middle {2}.",
            "The close {0} is below the middle {1}: the rise is over.",
            "The close {0} is above the middle {1}: the fall is over.",
        ],
    };

    public IStrategy Copy() => (IStrategy)MemberwiseClone();

    public void Close(in StrategyCandle candle, StrategyDesk desk)
    {
        var bands = candle.Indicators[..3];
        var channel = candle.Indicators[3..6];
        var range = candle.Indicators[6];
        if (double.IsNaN(bands[1]) || double.IsNaN(channel[1])) return;
        var lasted = _squeezed;
        var isSqueezed = bands[0] < channel[0] && bands[2] > channel[2] && !Stillness.Is(range);
        _squeezed = isSqueezed ? Math.Min(lasted + 1, LongSqueeze * _least) : 0;
        var side = Math.Sign(candle.Close - bands[1]);
        if (!isSqueezed && lasted >= _least && side != 0) Release(side, lasted, candle, bands[1], channel, range, desk);
        else if (desk.Way > 0 && side < 0) desk.Exit(Sure, LeftLong, [candle.Close, bands[1]]);
        else if (desk.Way < 0 && side > 0) desk.Exit(Sure, LeftShort, [candle.Close, bands[1]]);
    }

    /// <summary>The stop stands at the channel's other edge, or trails.</summary>
    private void Release(
        int side, int lasted, in StrategyCandle candle, double middle, ReadOnlySpan<double> channel, double range, StrategyDesk desk)
    {
        var length = (double)(lasted - _least) / Math.Max(1, (LongSqueeze - 1) * _least);
        var reach = channel[0] - channel[1];
        var push = reach > 0 ? Math.Min(1, Math.Abs(candle.Close - middle) / reach) : 0;
        var confidence = BareRelease + ((1 - BareRelease) * 0.5 * (length + push));
        var trail = _trail * range;
        var stop = trail > 0 ? candle.Close - (side * trail) : side > 0 ? channel[2] : channel[0];
        desk.Enter(side > 0 ? Side.Buy : Side.Sell, confidence, side > 0 ? BrokeUp : BrokeDown, [lasted, candle.Close, middle],
            stop, trail: trail);
    }
}
