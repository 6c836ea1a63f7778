using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators.Catalogue;

/// <summary>Granville's on-balance volume: the volume of candles that closed higher less that of candles that closed lower.</summary>
internal readonly struct Obv : IIndicator<Obv.State>
{
    public static IndicatorDescription Description { get; } = new(
        "OBV",
        "On-balance volume",
        "Adds the volume of a candle that closes higher than the one before and takes away that of one that closes lower. "
            + "It begins with the first candle's volume, so its height depends on when it began; only its course means something.",
        [],
        [new("value")],
        IndicatorPane.Below,
        new IndicatorFactoryOf<Obv, State>(_ => default))
    {
        IsRunningTotal = true,
    };

    public int WarmUp => 1;

    public int Outputs => 1;

    public int LooksBack => 1;

    public State Begin(in CandleValues candle, in CloseRing closes, in State last) => new() { Volume = candle.Volume };

    public State Next(in CandleValues candle, in CloseRing closes, in State last) =>
        new() { Volume = last.Volume + (candle.Volume * Math.Sign(candle.Close - closes.Back(1))) };

    public void Read(in State state, Span<double> values) => values[0] = state.Volume;

    /// <summary>The volume so far; whole numbers, which doubles add exactly.</summary>
    internal struct State
    {
        public double Volume;
    }
}
