using TradingDesk.Engine.Indicators.Parts;
using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators.Catalogue;

/// <summary>The Donchian channel: the highest high and the lowest low of the last N candles, and the middle between them.</summary>
internal readonly struct Donchian(int period) : IRememberingIndicator<Donchian.State>
{
    private readonly SlidingRange _range = new(period - 1);

    public static IndicatorDescription Description { get; } = new(
        "DONCHIAN",
        "Donchian channel",
        "The highest high and the lowest low of the last candles, this one among them, and the middle between them. "
            + "In a flat market all three are the price.",
        [new IndicatorParameter("period", "How many candles the channel spans.", 1, 5_000, 20, Whole: true)],
        [new("upper"), new("middle"), new("lower")],
        IndicatorPane.Overlay,
        new RememberingFactoryOf<Donchian, State>(parameters => new Donchian((int)parameters[0])));

    public int WarmUp => period;

    public int Outputs => 3;

    public int LooksBack => 0;

    public int Memory => _range.Memory;

    public State Begin(in CandleValues candle, in CloseRing closes, in State last, ReadOnlySpan<double> memory) =>
        Next(candle, closes, last, memory);

    public State Next(in CandleValues candle, in CloseRing closes, in State last, ReadOnlySpan<double> memory) =>
        new() { Range = _range.With(memory, candle.High, candle.Low) };

    public void Remember(in CandleValues candle, ref State state, Span<double> memory) => _range.Push(memory, candle.High, candle.Low);

    public void Read(in State state, Span<double> values)
    {
        values[2] = state.Range.Low;
        values[1] = state.Range.Middle;
        values[0] = state.Range.High;
    }

    /// <summary>The channel.</summary>
    internal struct State
    {
        public ValueRange Range;
    }
}
