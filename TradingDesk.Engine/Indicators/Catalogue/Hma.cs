using TradingDesk.Engine.Indicators.Parts;
using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators.Catalogue;

/// <summary>Hull's moving average: twice a fast weighted average less a slow one, smoothed by a short weighted average.</summary>
internal readonly struct Hma(int period) : IRememberingIndicator<Hma.State>
{
    // The memory: where the next unsmoothed value goes, then the last of them.
    private const int Place = 0;
    private const int Values = 1;

    private readonly int _half = period / 2;
    private readonly int _smooth = (int)Math.Sqrt(period);

    public static IndicatorDescription Description { get; } = new(
        "HMA",
        "Hull moving average",
        "Weighted averages over half the period, taken twice, less one over the period, smoothed over its square root; "
            + "halves and roots are rounded down.",
        [new IndicatorParameter("period", "The span of the slow average.", 2, 5_000, 20, Whole: true)],
        [new("value")],
        IndicatorPane.Overlay,
        new RememberingFactoryOf<Hma, State>(parameters => new Hma((int)parameters[0])));

    public int WarmUp => period + _smooth - 1;

    public int Outputs => 1;

    public int LooksBack => period;

    public int Memory => Values + _smooth;

    /// <summary>What is smoothed before both averages are ready has left the smoothing when the warm-up ends.</summary>
    public State Begin(in CandleValues candle, in CloseRing closes, in State last, ReadOnlySpan<double> memory) =>
        Next(candle, closes, last, memory);

    public State Next(in CandleValues candle, in CloseRing closes, in State last, ReadOnlySpan<double> memory)
    {
        var fast = last.Fast.After(_half, candle.Close, closes.Back(_half));
        var slow = last.Slow.After(period, candle.Close, closes.Back(period));
        var raw = (2 * fast.Mean(_half)) - slow.Mean(period);
        var oldest = memory[Values + (int)memory[Place]];
        return new State { Fast = fast, Slow = slow, Smooth = last.Smooth.After(_smooth, raw, oldest), Raw = raw };
    }

    public void Remember(in CandleValues candle, ref State state, Span<double> memory)
    {
        var place = (int)memory[Place];
        memory[Values + place] = state.Raw;
        memory[Place] = place + 1 == _smooth ? 0 : place + 1;
    }

    public void Read(in State state, Span<double> values) => values[0] = state.Smooth.Mean(_smooth);

    /// <summary>The three weighted sums, and the newest value that the third smooths.</summary>
    internal struct State
    {
        public WeightedSum Fast;
        public WeightedSum Slow;
        public WeightedSum Smooth;
        public double Raw;
    }
}
