using System.Globalization;
using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Strategies.Catalogue;

/// <summary>Bets on the turn: buys when the RSI comes back up from oversold, sells when it comes back down from overbought.</summary>
internal sealed class RsiReversal(StrategySettings settings) : IStrategy
{
    private const int CameUp = 0;
    private const int CameDown = 1;
    private const int LeftLong = 2;
    private const int LeftShort = 3;

    /// <summary>How sure a bare turn is; how far the RSI had gone beyond its level adds the rest.</summary>
    private const double BareTurn = 0.6;

    /// <summary>Points beyond the level that make it as sure as this strategy gets: from 30 down to 15.</summary>
    private const double SureDepth = 15;

    /// <summary>Leaving is a rule and no guess.</summary>
    private const double Sure = 1;

    private readonly double _oversold = settings["oversold"];
    private readonly double _overbought = settings["overbought"];
    private readonly double _exit = settings["exit_level"];
    private readonly double _stop = settings["stop_atr"];

    /// <summary>How far the RSI has been beyond each level since it last crossed it; 0 on the inner side.</summary>
    private double _below;
    private double _above;

    public static StrategyDescription Description { get; } = new(
        "rsi_reversal",
        "RSI reversal",
        "Buys when the RSI closes back above oversold and sells when it closes back below overbought, with a stop some average true "
            + "ranges away; leaves when the RSI is back in the middle.",
        [
            new IndicatorParameter("rsi_period", "Candles the RSI averages.", 2, 200, 14, Whole: true),
            new IndicatorParameter("oversold", "The RSI from below which a rise is a turn.", 1, 49, 30, Whole: false),
            new IndicatorParameter("overbought", "The RSI from above which a fall is a turn.", 51, 99, 70, Whole: false),
            new IndicatorParameter("exit_level", "The RSI at which what was bought is left; what was sold is left at 100 less it.",
                50, 90, 50, Whole: false),
            new IndicatorParameter("atr_period", "Candles the average true range spans.", 1, 200, 14, Whole: true),
            new IndicatorParameter("stop_atr", "Average true ranges from the entry to the stop; 0 for none.", 0, 20, 2, Whole: false),
            new IndicatorParameter(StrategyDescription.MinConfidence, "Signals below it are recorded only.", 0, 1, 0.6, Whole: false),
        ],
        settings => new RsiReversal(settings))
    {
        Indicators = settings =>
            string.Create(CultureInfo.InvariantCulture, $"RSI:{settings.Whole("rsi_period")},ATR:{settings.Whole("atr_period")}"),
        Reasons =
        [
            "The RSI {0} has come back above {1}; it had been down to {2}.",
            "The RSI {0} has come back below {1}; it had been up to {2}.",
            "The RSI {0} is back at {1}, where what was bought is left.",
            "The RSI {0} is back at {1}, where what was sold is left.",
        ],
        Refuse = settings => settings["exit_level"] < settings["overbought"] && 100 - settings["exit_level"] > settings["oversold"]
            ? null
            : "exit_level must be below overbought, and 100 less it above oversold",
    };

    public IStrategy Copy() => (IStrategy)MemberwiseClone();

    public void Close(in StrategyCandle candle, StrategyDesk desk)
    {
        var (rsi, range) = (candle.Indicators[0], candle.Indicators[1]);
        if (double.IsNaN(rsi) || double.IsNaN(range)) return;
        var isStill = Stillness.Is(range);
        var (below, above) = isStill ? default : (_below, _above);
        _below = rsi < _oversold && !isStill ? Math.Max(below, _oversold - rsi) : 0;
        _above = rsi > _overbought && !isStill ? Math.Max(above, rsi - _overbought) : 0;
        if (below > 0 && _below == 0) Turn(Side.Buy, below, [rsi, _oversold, _oversold - below], candle.Close, range, desk);
        else if (above > 0 && _above == 0) Turn(Side.Sell, above, [rsi, _overbought, _overbought + above], candle.Close, range, desk);
        else if (desk.Way > 0 && rsi >= _exit) desk.Exit(Sure, LeftLong, [rsi, _exit]);
        else if (desk.Way < 0 && rsi <= 100 - _exit) desk.Exit(Sure, LeftShort, [rsi, 100 - _exit]);
    }

    private void Turn(Side side, double depth, ReadOnlySpan<double> values, double close, double range, StrategyDesk desk)
    {
        var confidence = Math.Min(1, BareTurn + ((1 - BareTurn) * depth / SureDepth));
        var stop = _stop == 0 ? 0 : close - (side.Sign() * _stop * range);
        desk.Enter(side, confidence, side == Side.Buy ? CameUp : CameDown, values, stop);
    }
}
