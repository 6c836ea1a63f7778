using TradingDesk.Engine.Indicators.Parts;
using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators.Catalogue;

/// <summary>Bollinger's bands: some standard deviations around the mean of the last N closes.</summary>
internal readonly struct Bbands(int period, double deviations) : IIndicator<Bbands.State>
{
    public static IndicatorDescription Description { get; } = new(
        "BBANDS",
        "Bollinger bands",
        "The mean of the last closes and a band around it of some standard deviations of those closes, their squares divided by the "
            + "period and not by one less. Where nothing moved the bands meet.",
        [
            new IndicatorParameter("period", "How many candles are averaged.", 2, 5_000, 20, Whole: true),
            new IndicatorParameter("deviations", "How many standard deviations the bands keep away.", 0.1, 20, 2, Whole: false),
        ],
        [new("upper"), new("middle"), new("lower")],
        IndicatorPane.Overlay,
        new IndicatorFactoryOf<Bbands, State>(parameters => new Bbands((int)parameters[0], parameters[1])));

    public int WarmUp => period;

    public int Outputs => 3;

    public int LooksBack => period;

    public State Begin(in CandleValues candle, in CloseRing closes, in State last) => Next(candle, closes, last);

    public State Next(in CandleValues candle, in CloseRing closes, in State last)
    {
        var (close, oldest) = (candle.Close, closes.Back(period));
        return new State
        {
            Sum = last.Sum - oldest + close,
            Squares = last.Squares - ExactSum.Product(oldest, oldest) + ExactSum.Product(close, close),
            Equal = close == closes.Back(1) ? last.Equal + 1 : 1,
        };
    }

    public void Read(in State state, Span<double> values)
    {
        var middle = state.Sum.Over(period);
        var reach = deviations * Deviation(state);
        values[2] = middle - reach;
        values[1] = middle;
        values[0] = middle + reach;
    }

    /// <summary>Closes that are all equal are told by counting: a difference of squares could leave a last digit standing.</summary>
    private double Deviation(in State state) => state.Equal >= period
        ? 0
        : Math.Sqrt(Math.Max(0, ((state.Squares * period) - state.Sum.Squared()).Value)) / period;

    /// <summary>The sum of the closes, of their squares, and how many of the newest closes are equal.</summary>
    internal struct State
    {
        public ExactSum Sum;
        public ExactSum Squares;
        public double Equal;
    }
}
