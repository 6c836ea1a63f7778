using TradingDesk.Engine.Indicators.Parts;
using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators.Catalogue;

/// <summary>The triple exponential moving average: three averages in a row, weighed so that their lags cancel.</summary>
internal readonly struct Tema(int period) : IIndicator<Tema.State>
{
    private readonly SeededAverage _average = SeededAverage.Exponential(period);

    public static IndicatorDescription Description { get; } = new(
        "TEMA",
        "Triple exponential moving average",
        "Three times the difference of an exponential average and its own average, and the average of that: hardly late, and restless.",
        [new IndicatorParameter("period", "The span of all three averages.", 1, 5_000, 20, Whole: true)],
        [new("value")],
        IndicatorPane.Overlay,
        new IndicatorFactoryOf<Tema, State>(parameters => new Tema((int)parameters[0])));

    public int WarmUp => (3 * period) - 2;

    public int Outputs => 1;

    public int LooksBack => 0;

    /// <summary>Each average begins with the first value of the one before it.</summary>
    public State Begin(in CandleValues candle, in CloseRing closes, in State last)
    {
        var first = _average.Begin(last.First, candle.Close, closes.Candles);
        var beforeSecond = closes.Candles - (period - 1);
        var second = beforeSecond < 0 ? 0 : _average.Begin(last.Second, first, beforeSecond);
        var beforeThird = beforeSecond - (period - 1);
        var third = beforeThird < 0 ? 0 : _average.Begin(last.Third, second, beforeThird);
        return new State { First = first, Second = second, Third = third };
    }

    public State Next(in CandleValues candle, in CloseRing closes, in State last)
    {
        var first = _average.Next(last.First, candle.Close);
        var second = _average.Next(last.Second, first);
        return new State { First = first, Second = second, Third = _average.Next(last.Third, second) };
    }

    public void Read(in State state, Span<double> values) => values[0] = (3 * (state.First - state.Second)) + state.Third;

    /// <summary>The average of the closes, the average of that, and the average of that again.</summary>
    internal struct State
    {
        public double First;
        public double Second;
        public double Third;
    }
}
