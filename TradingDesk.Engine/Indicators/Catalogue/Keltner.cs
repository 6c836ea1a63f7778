using TradingDesk.Engine.Indicators.Parts;
using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators.Catalogue;

/// <summary>Keltner's channel as it is drawn today: some average true ranges around an exponential average of the closes.</summary>
internal readonly struct Keltner(int ema, int atr, double multiplier) : IIndicator<Keltner.State>
{
    private readonly SeededAverage _middle = SeededAverage.Exponential(ema);
    private readonly SeededAverage _range = SeededAverage.Wilder(atr);

    public static IndicatorDescription Description { get; } = new(
        "KELTNER",
        "Keltner channel",
        "An exponential average of the closes and a channel around it of some average true ranges, Wilder's.",
        [
            new IndicatorParameter("ema", "The span of the middle.", 1, 5_000, 20, Whole: true),
            new IndicatorParameter("atr", "How many ranges are averaged; one candle more is needed.", 1, 5_000, 10, Whole: true),
            new IndicatorParameter("multiplier", "How many average true ranges the channel keeps away.", 0.1, 20, 2, Whole: false),
        ],
        [new("upper"), new("middle"), new("lower")],
        IndicatorPane.Overlay,
        new IndicatorFactoryOf<Keltner, State>(parameters => new Keltner((int)parameters[0], (int)parameters[1], parameters[2])));

    public int WarmUp => Math.Max(ema, atr + 1);

    public int Outputs => 3;

    public int LooksBack => 1;

    /// <summary>The first candle has no close before it and no true range, as in ATR.</summary>
    public State Begin(in CandleValues candle, in CloseRing closes, in State last) => new()
    {
        Middle = _middle.Begin(last.Middle, candle.Close, closes.Candles),
        Range = closes.Candles == 0 ? 0 : _range.Begin(last.Range, TrueRange.Of(candle, closes.Back(1)), closes.Candles - 1),
    };

    public State Next(in CandleValues candle, in CloseRing closes, in State last) => new()
    {
        Middle = _middle.Next(last.Middle, candle.Close),
        Range = _range.Next(last.Range, TrueRange.Of(candle, closes.Back(1))),
    };

    public void Read(in State state, Span<double> values)
    {
        var reach = multiplier * state.Range;
        values[2] = state.Middle - reach;
        values[1] = state.Middle;
        values[0] = state.Middle + reach;
    }

    /// <summary>The average of the closes and of the true ranges; before each is ready, its sum.</summary>
    internal struct State
    {
        public double Middle;
        public double Range;
    }
}
