using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Strategies.Catalogue;

/// <summary>Waits for the session's first minutes and goes with the first close beyond their range.</summary>
internal sealed class OpeningRange(StrategySettings settings) : IStrategy
{
    private const int BrokeAbove = 0;
    private const int BrokeBelow = 1;

    /// <summary>How sure a bare break is; how far beyond the range the candle closed adds the rest.</summary>
    private const double BareBreak = 0.6;

    /// <summary>A close so much of the range beyond it is as sure as this strategy gets.</summary>
    private const double SureBreak = 0.25;

    /// <summary>The first candle must begin in the session's first minute: a range without its open is another range.</summary>
    private const int OpenSeconds = 60;

    private const CandleQuality Doubtful = CandleQuality.Partial | CandleQuality.Gap;

    private readonly long _seconds = 60L * settings.Whole("minutes");
    private readonly double _stopShare = settings["stop_share"];
    private readonly double _targetRanges = settings["target_ranges"];
    private readonly int _entries = settings.Whole("entries_a_day");

    private long _session = long.MinValue;
    private bool _isWhole;
    private double _high;
    private double _low;

    /// <summary>The side of the range on which the last candle closed: 1 above, -1 below, 0 inside.</summary>
    private int _side;

    public static StrategyDescription Description { get; } = new(
        "opening_range",
        "Opening range breakout",
        "Takes the high and the low of the session's first minutes and goes with the first close beyond them, a limited number of times a "
            + "day; a range of which the open or a part was missed is not used.",
        [
            new IndicatorParameter("minutes", "Minutes from the session's open that make the range.", 1, 240, 15, Whole: true),
            new IndicatorParameter("stop_share", "The stop's place in the range: 0 at the edge that broke, 1 at the other one.",
                0.1, 1, 0.5, Whole: false),
            new IndicatorParameter("target_ranges", "Heights of the range from the edge to the target; 0 for none.", 0, 10, 1.5,
                Whole: false),
            new IndicatorParameter("entries_a_day", "Entries after which the day is over.", 1, 10, 1, Whole: true),
            new IndicatorParameter(StrategyDescription.MinConfidence, "Signals below it are recorded only.", 0, 1, 0.6, Whole: false),
        ],
        settings => new OpeningRange(settings))
    {
        Indicators = _ => "",
        Reasons =
        [
            "The close {0} is above the opening range of {1} to {2}.",
            "The close {0} is below the opening range of {1} to {2}.",
        ],
    };

    public IStrategy Copy() => (IStrategy)MemberwiseClone();

    public void Close(in StrategyCandle candle, StrategyDesk desk)
    {
        if (candle.SessionOpen != _session) Begin(candle);
        if (candle.Start - candle.SessionOpen < _seconds)
        {
            Widen(candle);
            return;
        }

        var last = _side;
        _side = candle.Close > _high ? 1 : candle.Close < _low ? -1 : 0;
        if (!_isWhole || _high <= _low || _side == 0 || _side == last) return;
        if (desk.Way == _side || desk.Book.EntriesToday >= _entries) return;
        Break(candle.Close, desk);
    }

    private void Begin(in StrategyCandle candle)
    {
        _session = candle.SessionOpen;
        _isWhole = candle.Start - candle.SessionOpen < OpenSeconds;
        (_high, _low, _side) = (double.NegativeInfinity, double.PositiveInfinity, 0);
    }

    private void Widen(in StrategyCandle candle)
    {
        _isWhole &= (candle.Quality & Doubtful) == 0;
        (_high, _low) = (Math.Max(_high, candle.High), Math.Min(_low, candle.Low));
    }

    private void Break(double close, StrategyDesk desk)
    {
        var height = _high - _low;
        var edge = _side > 0 ? _high : _low;
        var confidence = Math.Min(1, BareBreak + ((1 - BareBreak) * Math.Abs(close - edge) / (height * SureBreak)));
        var target = _targetRanges == 0 ? 0 : edge + (_side * _targetRanges * height);

        // A close beyond the target already has nothing left to gain.
        if (target != 0 && (target - close) * _side <= 0) return;
        desk.Enter(_side > 0 ? Side.Buy : Side.Sell, confidence, _side > 0 ? BrokeAbove : BrokeBelow, [close, _low, _high],
            edge - (_side * _stopShare * height), target);
    }
}
