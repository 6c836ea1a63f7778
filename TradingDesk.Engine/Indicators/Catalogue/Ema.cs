using TradingDesk.Engine.Indicators.Parts;
using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators.Catalogue;

/// <summary>The exponential moving average as TA-Lib has it: seeded by the mean of its first N closes.</summary>
internal readonly struct Ema(int period) : IIndicator<Ema.State>
{
    private readonly SeededAverage _average = SeededAverage.Exponential(period);

    public static IndicatorDescription Description { get; } = new(
        "EMA",
        "Exponential moving average",
        "An average that weighs recent closes more. It starts from the simple mean of its first period.",
        [new IndicatorParameter("period", "The span; the newest close weighs 2 / (period + 1).", 1, 5_000, 21, Whole: true)],
        [new("value")],
        IndicatorPane.Overlay,
        new IndicatorFactoryOf<Ema, State>(parameters => new Ema((int)parameters[0])));

    public int WarmUp => period;

    public int Outputs => 1;

    public int LooksBack => 0;

    public State Begin(in CandleValues candle, in CloseRing closes, in State last) =>
        new() { Value = _average.Begin(last.Value, candle.Close, closes.Candles) };

    public State Next(in CandleValues candle, in CloseRing closes, in State last) =>
        new() { Value = _average.Next(last.Value, candle.Close) };

    public void Read(in State state, Span<double> values) => values[0] = state.Value;

    /// <summary>The average; before it is ready, the sum of the closes.</summary>
    internal struct State
    {
        public double Value;
    }
}
