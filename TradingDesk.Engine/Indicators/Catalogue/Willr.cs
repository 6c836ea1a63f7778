using TradingDesk.Engine.Indicators.Parts;
using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators.Catalogue;

/// <summary>Williams' %R: how far the close stands below the highest high, in percent of the range of the last N candles.</summary>
internal readonly struct Willr(int period) : IRememberingIndicator<Willr.State>
{
    /// <summary>What it reads without a range, the middle of the scale.</summary>
    private const double Flat = -50;

    private readonly SlidingRange _range = new(period - 1);

    public static IndicatorDescription Description { get; } = new(
        "WILLR",
        "Williams' %R",
        "Where the close stands in the range of the last candles: 0 at its high, -100 at its low. A range of nothing reads -50, "
            + "where TA-Lib answers 0 and a trader would read overbought.",
        [new IndicatorParameter("period", "How many candles the range spans.", 1, 5_000, 14, Whole: true)],
        [new("value")],
        IndicatorPane.Below,
        new RememberingFactoryOf<Willr, State>(parameters => new Willr((int)parameters[0])))
    {
        Guides = [-80, -20],
    };

    public int WarmUp => period;

    public int Outputs => 1;

    public int LooksBack => 0;

    public int Memory => _range.Memory;

    public State Begin(in CandleValues candle, in CloseRing closes, in State last, ReadOnlySpan<double> memory) =>
        Next(candle, closes, last, memory);

    /// <summary>Counted from the high, so that a close there is 0 and never less than nothing by rounding.</summary>
    public State Next(in CandleValues candle, in CloseRing closes, in State last, ReadOnlySpan<double> memory)
    {
        var range = _range.With(memory, candle.High, candle.Low);
        return new State { Value = range.Width == 0 ? Flat : 100 * ((candle.Close - range.High) / range.Width) };
    }

    public void Remember(in CandleValues candle, ref State state, Span<double> memory) => _range.Push(memory, candle.High, candle.Low);

    public void Read(in State state, Span<double> values) => values[0] = state.Value;

    /// <summary>The value.</summary>
    internal struct State
    {
        public double Value;
    }
}
