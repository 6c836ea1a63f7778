using TradingDesk.Engine.Indicators.Parts;
using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators.Catalogue;

/// <summary>The double exponential moving average: an exponential average less the lag that its own average shows.</summary>
internal readonly struct Dema(int period) : IIndicator<Dema.State>
{
    private readonly SeededAverage _average = SeededAverage.Exponential(period);

    public static IndicatorDescription Description { get; } = new(
        "DEMA",
        "Double exponential moving average",
        "Twice an exponential average less the exponential average of that average: less late, and it overshoots where the price turns.",
        [new IndicatorParameter("period", "The span of both averages.", 1, 5_000, 20, Whole: true)],
        [new("value")],
        IndicatorPane.Overlay,
        new IndicatorFactoryOf<Dema, State>(parameters => new Dema((int)parameters[0])));

    public int WarmUp => (2 * period) - 1;

    public int Outputs => 1;

    public int LooksBack => 0;

    /// <summary>The second average begins with the first value of the first.</summary>
    public State Begin(in CandleValues candle, in CloseRing closes, in State last)
    {
        var first = _average.Begin(last.First, candle.Close, closes.Candles);
        var before = closes.Candles - (period - 1);
        return new State { First = first, Second = before < 0 ? 0 : _average.Begin(last.Second, first, before) };
    }

    public State Next(in CandleValues candle, in CloseRing closes, in State last)
    {
        var first = _average.Next(last.First, candle.Close);
        return new State { First = first, Second = _average.Next(last.Second, first) };
    }

    public void Read(in State state, Span<double> values) => values[0] = state.First + (state.First - state.Second);

    /// <summary>The average of the closes and the average of that.</summary>
    internal struct State
    {
        public double First;
        public double Second;
    }
}
