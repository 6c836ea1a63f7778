using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Strategies.Catalogue;

/// <summary>Bets on the way back: trades towards the session's average price when the price is unusually far from it and turns.</summary>
internal sealed class VwapReversion(StrategySettings settings) : IFormingStrategy
{
    private const int FarBelow = 0;
    private const int FarAbove = 1;
    private const int BackFromBelow = 2;
    private const int BackFromAbove = 3;

    /// <summary>How sure a bare turn is; how much farther than asked the price had gone adds the rest.</summary>
    private const double BareTurn = 0.6;

    /// <summary>Leaving is a rule and no guess.</summary>
    private const double Sure = 1;

    private readonly double _entry = settings["entry_deviations"];
    private readonly double _stop = settings["stop_deviations"];
    private readonly int _least = settings.Whole("session_candles");

    private long _session = long.MinValue;

    /// <summary>The session's candles and the sum of their closes' squared distances from the average price of their time.</summary>
    private int _candles;
    private double _squares;

    /// <summary>The side whose stretch was traded already and has not come back half way: 1 above, -1 below.</summary>
    private int _spent;

    public static StrategyDescription Description { get; } = new(
        "vwap_reversion",
        "VWAP reversion",
        "Trades towards the session's volume-weighted average price when the price is unusually far from it and a candle turns back, "
            + "once per stretch; leaves at the average, also while a candle forms. An index has no volume and so no average: run it on "
            + "a stock or a future.",
        [
            new IndicatorParameter("entry_deviations", "Distance from the average, in the session's own typical distances.", 0.5, 10, 2,
                Whole: false),
            new IndicatorParameter("stop_deviations", "Typical distances from the entry to the stop; 0 for none.", 0, 10, 1, Whole: false),
            new IndicatorParameter("session_candles", "Candles of a session before its typical distance means anything.", 5, 500, 30,
                Whole: true),
            new IndicatorParameter(StrategyDescription.MinConfidence, "Signals below it are recorded only.", 0, 1, 0.6, Whole: false),
        ],
        settings => new VwapReversion(settings))
    {
        Indicators = _ => "VWAP",
        WarmUp = settings => settings.Whole("session_candles") - 1,
        NeedsVolume = true,
        Reasons =
        [
            "The close {0} turns up {2} typical distances below the average price {1}.",
            "The close {0} turns down {2} typical distances above the average price {1}.",
            "The price {0} is back at the average price {1} from below.",
            "The price {0} is back at the average price {1} from above.",
        ],
    };

    public IStrategy Copy() => (IStrategy)MemberwiseClone();

    public void Close(in StrategyCandle candle, StrategyDesk desk)
    {
        if (candle.SessionOpen != _session) (_session, _candles, _squares, _spent) = (candle.SessionOpen, 0, 0, 0);
        var average = candle.Indicators[0];
        if (double.IsNaN(average)) return;
        var distance = candle.Close - average;
        _candles++;
        _squares += distance * distance;
        var typical = Math.Sqrt(_squares / _candles);
        var stretch = _candles >= _least && typical > 0 ? distance / typical : 0;
        var isNew = IsNewStretch(candle, stretch);
        if (Leave(candle, desk) || !isNew || desk.Way == -Math.Sign(stretch)) return;
        Enter(candle.Close, average, stretch, typical, desk);
    }

    public void Form(in StrategyCandle forming, StrategyDesk desk) => Leave(forming, desk);

    /// <summary>Whether the candle turns back from far away for the first time since the price was half as far on that side.</summary>
    private bool IsNewStretch(in StrategyCandle candle, double stretch)
    {
        var side = Math.Sign(stretch);
        if (stretch * _spent < _entry / 2) _spent = 0;
        var turns = (candle.Close - candle.Open) * side < 0;
        if (Math.Abs(stretch) < _entry || !turns || _spent == side) return false;
        _spent = side;
        return true;
    }

    private void Enter(double close, double average, double stretch, double typical, StrategyDesk desk)
    {
        var way = stretch < 0 ? 1 : -1;
        var far = Math.Abs(stretch);
        var confidence = Math.Min(1, BareTurn + ((1 - BareTurn) * (far - _entry) / _entry));
        var stop = _stop == 0 ? 0 : close - (way * _stop * typical);
        desk.Enter(way > 0 ? Side.Buy : Side.Sell, confidence, way > 0 ? FarBelow : FarAbove, [close, average, far], stop);
    }

    private static bool Leave(in StrategyCandle candle, StrategyDesk desk)
    {
        var average = candle.Indicators[0];
        if (desk.Way == 0 || double.IsNaN(average) || (candle.Close - average) * desk.Way < 0) return false;
        desk.Exit(Sure, desk.Way > 0 ? BackFromBelow : BackFromAbove, [candle.Close, average]);
        return true;
    }
}
