using TradingDesk.Engine.Indicators.Parts;
using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators.Catalogue;

/// <summary>Wilder's average true range: how far the price travels in a candle, in rupees.</summary>
internal readonly struct Atr(int period) : IIndicator<Atr.State>
{
    private readonly SeededAverage _average = SeededAverage.Wilder(period);

    public static IndicatorDescription Description { get; } = new(
        "ATR",
        "Average true range",
        "Wilder's average of how far the price travels in a candle, gaps counted in, in rupees. Says nothing of the direction.",
        [new IndicatorParameter("period", "How many ranges are averaged; one candle more is needed.", 1, 5_000, 14, Whole: true)],
        [new("value")],
        IndicatorPane.Below,
        new IndicatorFactoryOf<Atr, State>(parameters => new Atr((int)parameters[0])));

    public int WarmUp => period + 1;

    public int Outputs => 1;

    public int LooksBack => 1;

    /// <summary>The first candle has no close before it and is left out, as in TA-Lib.</summary>
    public State Begin(in CandleValues candle, in CloseRing closes, in State last) => closes.Candles == 0
        ? default
        : new State { Range = _average.Begin(last.Range, TrueRange.Of(candle, closes.Back(1)), closes.Candles - 1) };

    public State Next(in CandleValues candle, in CloseRing closes, in State last) =>
        new() { Range = _average.Next(last.Range, TrueRange.Of(candle, closes.Back(1))) };

    public void Read(in State state, Span<double> values) => values[0] = state.Range;

    /// <summary>The average; before it is ready, the sum of the ranges.</summary>
    internal struct State
    {
        public double Range;
    }
}
