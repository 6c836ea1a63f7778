using System.Globalization;
using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Strategies.Patterns;

namespace TradingDesk.Engine.Strategies.Catalogue;

/// <summary>Lets four pillars vote on the next candles: averages, RSI, SuperTrend and price action; goes with a growing majority.</summary>
internal sealed class Scalper(StrategySettings settings) : IStrategy
{
    /// <summary>More than half of all weight must stand on one side before anything is wished.</summary>
    private const double Majority = 0.5;

    /// <summary>Leaving is a rule and no guess.</summary>
    private const double Sure = 1;

    private static readonly int _patterns = CandlePatterns.All.Count;

    /// <summary>After the entries' sentences, one per side and pattern and one per side without.</summary>
    private static readonly int _majorityLost = 2 * (_patterns + 1);

    private readonly ScalperVotes _votes = new(settings);
    private readonly double _minConfidence = settings[StrategyDescription.MinConfidence];
    private readonly double _stop = settings["stop_atr"];
    private readonly double _target = settings["target_atr"];
    private readonly double _trail = settings["trail_atr"];

    private ThreeCandles _candles;
    private int _seen;

    /// <summary>The shares of the candle before; NaN when nothing could be voted on.</summary>
    private (double Rising, double Falling) _last = (double.NaN, double.NaN);

    public static StrategyDescription Description { get; } = new(
        "scalper",
        "Scalper",
        "Four pillars vote: the averages, the RSI, the SuperTrend and price action. When the weight on one side grows beyond the half it "
            + "wishes to enter, as sure as that weight's share of all; stop, target and trail are average true ranges. It leaves when a "
            + "majority stands against it.",
        [
            .. ScalperVotes.Parameters,
            new IndicatorParameter("stop_atr", "Average true ranges from the entry to the stop; 0 for none.", 0, 20, 1.5, Whole: false),
            new IndicatorParameter("target_atr", "Average true ranges from the entry to the target; 0 for none.", 0, 50, 2.5, Whole: false),
            new IndicatorParameter("trail_atr", "Average true ranges that the stop trails behind; 0 for a stop that stands.", 0, 20, 0,
                Whole: false),
            new IndicatorParameter(StrategyDescription.MinConfidence, "Signals below it are recorded only.", 0, 1, 0.75, Whole: false),
        ],
        settings => new Scalper(settings))
    {
        Indicators = settings => string.Create(CultureInfo.InvariantCulture,
            $"EMA:{settings["ema_fast"]},EMA:{settings["ema_slow"]},RSI:{settings["rsi_period"]},"
                + $"SUPERTREND:{settings["supertrend_period"]}:{settings["supertrend_atr"]},ATR:{settings["atr_period"]}"),
        Reasons =
        [
            .. CandlePatterns.All.Select(pattern => Sentence("rise", pattern.RisingName)),
            Sentence("rise", "no pattern"),
            .. CandlePatterns.All.Select(pattern => Sentence("fall", pattern.FallingName)),
            Sentence("fall", "no pattern"),
            "The votes turned: {0} of the weight is for a rise, {1} for a fall.",
        ],
        Refuse = settings =>
            settings["ema_fast"] >= settings["ema_slow"] ? "ema_fast must be below ema_slow"
            : ScalperVotes.WeightOf(settings) <= 0 ? "one of the weights must be above 0"
            : null,
    };

    public IStrategy Copy() => (IStrategy)MemberwiseClone();

    public void Close(in StrategyCandle candle, StrategyDesk desk)
    {
        _candles = new ThreeCandles(_candles.Previous, _candles.Last, candle.Values);
        _seen = Math.Min(_seen + 1, 3);
        var last = _last;
        _last = (double.NaN, double.NaN);
        if (_seen < 3 || ScalperVotes.AreUndecidable(candle.Indicators)) return;
        var (place, way) = _votes.PatternOf(_candles, candle.Indicators);
        _last = _votes.Shares(candle.Close, candle.Indicators, way);
        if (double.IsNaN(last.Rising)) return;
        var side = _last.Rising > Majority ? 1 : _last.Falling > Majority ? -1 : 0;
        if (side == 0 || desk.Way == side) return;
        var (share, before) = side > 0 ? (_last.Rising, last.Rising) : (_last.Falling, last.Falling);
        var isAgainst = desk.Way == -side;
        if (share > before && (share >= _minConfidence || !isAgainst)) Enter(side, share, way == side ? place : _patterns, candle, desk);
        else if (isAgainst) desk.Exit(Sure, _majorityLost, [_last.Rising, _last.Falling]);
    }

    private void Enter(int side, double share, int pattern, in StrategyCandle candle, StrategyDesk desk)
    {
        var step = side * candle.Indicators[ScalperVotes.Range];
        var (stop, target) = (_stop * step, _target * step);
        desk.Enter(
            side > 0 ? Side.Buy : Side.Sell,
            share,
            side > 0 ? pattern : _patterns + 1 + pattern,
            candle.Indicators[..WishValues.Most],
            stop == 0 ? 0 : candle.Close - stop,
            target == 0 ? 0 : candle.Close + target,
            _trail * candle.Indicators[ScalperVotes.Range]);
    }

    private static string Sentence(string way, string pattern) =>
        $"The votes are for a {way}: averages {{0}} and {{1}}, RSI {{2}}, SuperTrend {{3}}, {pattern}.";
}
