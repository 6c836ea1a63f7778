using System.Runtime.CompilerServices;
using TradingDesk.Engine.Indicators.Parts;
using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators.Catalogue;

/// <summary>The simple moving average: the mean of the last N closes.</summary>
internal readonly struct Sma(int period) : IIndicator<Sma.State>
{
    private readonly double _divisor = period;

    public static IndicatorDescription Description { get; } = new(
        "SMA",
        "Simple moving average",
        "The mean of the last closes. Smooth, and late by about half its period.",
        [new IndicatorParameter("period", "How many candles are averaged.", 1, 5_000, 20, Whole: true)],
        [new("value")],
        IndicatorPane.Overlay,
        new IndicatorFactoryOf<Sma, State>(parameters => new Sma((int)parameters[0])));

    public int WarmUp => period;

    public int Outputs => 1;

    public int LooksBack => period;

    public State Begin(in CandleValues candle, in CloseRing closes, in State last) => Next(candle, closes, last);

    /// <summary>The mean is taken with the oldest away first: with positive prices only the result is rounded then.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public State Next(in CandleValues candle, in CloseRing closes, in State last)
    {
        var oldest = closes.Back(period);
        var (less, lostBySubtracting) = ExactSum.TwoSum(last.Sum, -oldest);
        var (more, lostByAdding) = ExactSum.TwoSum(less, candle.Close);
        var (sum, lost) = ExactSum.TwoSum(more, last.Lost + (lostBySubtracting + lostByAdding));
        return new State { Value = (less + candle.Close + last.Lost) / _divisor, Sum = sum, Lost = lost };
    }

    public void Read(in State state, Span<double> values) => values[0] = state.Value;

    /// <summary>The mean, the sum of the closes, and what rounding took from it: twice a double's digits, so nothing builds up.</summary>
    internal struct State
    {
        public double Value;
        public double Sum;
        public double Lost;
    }
}
