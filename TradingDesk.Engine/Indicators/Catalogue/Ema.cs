using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators.Catalogue;

/// <summary>The exponential moving average as TA-Lib has it: seeded by the mean of its first N closes.</summary>
internal readonly struct Ema(int period) : IIndicator<Ema.State>
{
    /// <summary>What the last value keeps of its weight; the newest close has the rest, 2 / (N + 1).</summary>
    private readonly double _keep = (period - 1.0) / (period + 1.0);

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

    public State Begin(in CandleValues candle, in CloseRing closes, in State last)
    {
        var sum = last.Value + candle.Close;
        return new State { Value = closes.Candles == period - 1 ? sum / period : sum };
    }

    /// <summary>Counted from the close, so that a price which stands still is given back exactly.</summary>
    public State Next(in CandleValues candle, in CloseRing closes, in State last) =>
        new() { Value = candle.Close + ((last.Value - candle.Close) * _keep) };

    public void Read(in State state, Span<double> values) => values[0] = state.Value;

    /// <summary>The average; before it is ready, the sum of the closes.</summary>
    internal struct State
    {
        public double Value;
    }
}
