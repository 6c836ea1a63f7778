using TradingDesk.Engine.Indicators.Parts;
using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators.Catalogue;

/// <summary>Wilder's average directional index as TA-Lib has it: how strongly a market trends, and both its directions.</summary>
internal readonly struct Adx(int period) : IIndicator<Adx.State>
{
    /// <summary>Rupees and percent below which nothing moves, far under any tick; TA-Lib's own threshold.</summary>
    private const double Flat = 1e-14;

    /// <summary>What Wilder's sums keep of their weight.</summary>
    private readonly double _keep = (period - 1.0) / period;

    public static IndicatorDescription Description { get; } = new(
        "ADX",
        "Average directional index",
        "How strongly a market trends whichever way, 0 to 100, and how much of its range went up (plusDi) and down (minusDi). "
            + "Where nothing moves up or down there is no trend: it fades to 0, while TA-Lib keeps its last value.",
        [new IndicatorParameter("period", "The span of Wilder's averages; twice as many candles are needed.", 2, 5_000, 14, Whole: true)],
        [new("adx"), new("plusDi"), new("minusDi")],
        IndicatorPane.Below,
        new IndicatorFactoryOf<Adx, State>(parameters => new Adx((int)parameters[0])));

    public int WarmUp => 2 * period;

    public int Outputs => 3;

    public int LooksBack => 1;

    /// <summary>One period less a candle, which has none before it, sums the moves; the next averages their index.</summary>
    public State Begin(in CandleValues candle, in CloseRing closes, in State last)
    {
        if (closes.Candles == 0) return new State { High = candle.High, Low = candle.Low };
        if (closes.Candles < period) return Moved(candle, closes, last, keep: 1);
        var state = Moved(candle, closes, last, _keep);
        var sum = last.Average + Index(state);
        state.Average = closes.Candles == WarmUp - 1 ? sum / period : sum;
        return state;
    }

    public State Next(in CandleValues candle, in CloseRing closes, in State last)
    {
        var state = Moved(candle, closes, last, _keep);
        var index = Index(state);
        state.Average = index + ((last.Average - index) * _keep);
        return state;
    }

    public void Read(in State state, Span<double> values)
    {
        var flat = state.Range < Flat;
        values[2] = flat ? 0 : 100 * (state.Minus / state.Range);
        values[1] = flat ? 0 : 100 * (state.Plus / state.Range);
        values[0] = state.Average;
    }

    /// <summary>Of a candle that reaches beyond the last on both sides the farther side counts, and neither if they are equal.</summary>
    private static State Moved(in CandleValues candle, in CloseRing closes, in State last, double keep)
    {
        var previous = closes.Back(1);
        var up = candle.High - last.High;
        var down = last.Low - candle.Low;
        return new State
        {
            Plus = (last.Plus * keep) + (up > 0 && up > down ? up : 0),
            Minus = (last.Minus * keep) + (down > 0 && down > up ? down : 0),
            Range = (last.Range * keep) + TrueRange.Of(candle, previous),
            High = candle.High,
            Low = candle.Low,
        };
    }

    /// <summary>How one-sided the movement is, 0 to 100.</summary>
    private static double Index(in State state)
    {
        var movement = state.Plus + state.Minus;
        var still = state.Range < Flat || 100 * movement < Flat * state.Range;
        return still ? 0 : 100 * (Math.Abs(state.Plus - state.Minus) / movement);
    }

    /// <summary>The average, before it is ready a sum; Wilder's sums of moves and true ranges; the last candle's high and low.</summary>
    internal struct State
    {
        public double Average;
        public double Plus;
        public double Minus;
        public double Range;
        public double High;
        public double Low;
    }
}
