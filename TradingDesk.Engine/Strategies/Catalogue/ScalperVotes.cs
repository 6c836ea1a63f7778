using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Strategies.Patterns;

namespace TradingDesk.Engine.Strategies.Catalogue;

/// <summary>The four pillars of the scalper: what each votes on a candle, and what the votes weigh.</summary>
internal readonly struct ScalperVotes(StrategySettings settings)
{
    /// <summary>Places of the declared indicators.</summary>
    private const int Fast = 0;
    private const int Slow = 1;
    private const int Rsi = 2;
    private const int Trend = 4;
    public const int Range = 5;

    private readonly double _high = settings["rsi_rising"];
    private readonly double _least = settings["pattern_atr"];
    private readonly double _ema = settings["ema_weight"];
    private readonly double _rsi = settings["rsi_weight"];
    private readonly double _trend = settings["supertrend_weight"];
    private readonly double _action = settings["action_weight"];
    private readonly double _all = WeightOf(settings);

    public static IReadOnlyList<IndicatorParameter> Parameters { get; } =
    [
        new("ema_fast", "Candles of the fast average.", 2, 200, 9, Whole: true),
        new("ema_slow", "Candles of the slow average.", 3, 500, 21, Whole: true),
        new("rsi_period", "Candles the RSI averages.", 2, 200, 14, Whole: true),
        new("rsi_rising", "The RSI from which it votes for a rise; for a fall from 100 less it.", 50, 90, 55, Whole: false),
        new("supertrend_period", "Candles of the SuperTrend's range.", 1, 200, 10, Whole: true),
        new("supertrend_atr", "Average true ranges that the SuperTrend keeps away.", 0.5, 10, 3, Whole: false),
        new("atr_period", "Candles of the average true range for stop, target and patterns.", 1, 200, 14, Whole: true),
        new("pattern_atr", "Average true ranges a candle must span before price action is read in it.", 0, 5, 0.5, Whole: false),
        new("ema_weight", "Weight of the averages.", 0, 10, 1, Whole: false),
        new("rsi_weight", "Weight of the RSI.", 0, 10, 1, Whole: false),
        new("supertrend_weight", "Weight of the SuperTrend.", 0, 10, 1, Whole: false),
        new("action_weight", "Weight of price action.", 0, 10, 1, Whole: false),
    ];

    public static double WeightOf(StrategySettings settings) =>
        settings["ema_weight"] + settings["rsi_weight"] + settings["supertrend_weight"] + settings["action_weight"];

    /// <summary>Whether a pillar has nothing to judge by, or the market stands still.</summary>
    public static bool AreUndecidable(ReadOnlySpan<double> indicators)
    {
        foreach (var value in indicators)
        {
            if (double.IsNaN(value)) return true;
        }

        return Stillness.Is(indicators[Range]);
    }

    /// <summary>The pattern that counts and its way; none in a candle too small to say anything.</summary>
    public (int Place, int Way) PatternOf(in ThreeCandles candles, ReadOnlySpan<double> indicators) =>
        candles.Last.High - candles.Last.Low < _least * indicators[Range] ? (CandlePatterns.All.Count, 0) : CandlePatterns.Read(candles);

    /// <summary>The averages vote only when the close stands beyond the fast one as well: a trend that price has left is none.</summary>
    public static int OfAverages(double close, ReadOnlySpan<double> indicators) =>
        indicators[Fast] > indicators[Slow] && close > indicators[Fast] ? 1
        : indicators[Fast] < indicators[Slow] && close < indicators[Fast] ? -1
        : 0;

    public int OfRsi(ReadOnlySpan<double> indicators) =>
        indicators[Rsi] == 50 ? 0
        : indicators[Rsi] >= _high ? 1
        : indicators[Rsi] <= 100 - _high ? -1
        : 0;

    public static int OfTrend(ReadOnlySpan<double> indicators) => Math.Sign(indicators[Trend]);

    /// <summary>The parts of all weight that vote for a rise and for a fall; who abstains counts for neither.</summary>
    public (double Rising, double Falling) Shares(double close, ReadOnlySpan<double> indicators, int action)
    {
        Span<(int Vote, double Weight)> votes =
            [(OfAverages(close, indicators), _ema), (OfRsi(indicators), _rsi), (OfTrend(indicators), _trend), (action, _action)];
        var (rising, falling) = (0.0, 0.0);
        foreach (var (vote, weight) in votes)
        {
            if (vote > 0) rising += weight;
            else if (vote < 0) falling += weight;
        }

        return (Math.Min(1, rising / _all), Math.Min(1, falling / _all));
    }
}
