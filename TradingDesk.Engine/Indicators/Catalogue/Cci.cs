using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators.Catalogue;

/// <summary>Lambert's commodity channel index: how far the typical price stands from its mean, in mean deviations.</summary>
internal readonly struct Cci(int period) : IRememberingIndicator<Cci.State>
{
    /// <summary>Lambert's share of a mean deviation that counts one, which puts most values between -100 and 100.</summary>
    private const double Unit = 0.015;

    /// <summary>
    /// What rounding may move a typical price by, as a share of it: far under a third of 0.0001 rupees at the largest price, far over
    /// what a double rounds.
    /// </summary>
    private const double Rounding = 1e-14;

    // The memory: where the next typical price goes, then the last of them, one less than the period.
    private const int Place = 0;
    private const int Prices = 1;

    public static IndicatorDescription Description { get; } = new(
        "CCI",
        "Commodity channel index",
        "How far the typical price, the mean of high, low and close, stands from its mean, measured by the mean deviation. "
            + "A market that does not move reads 0. Its work grows with the period, as every deviation changes with the mean.",
        [new IndicatorParameter("period", "How many candles are averaged.", 2, 5_000, 20, Whole: true)],
        [new("value")],
        IndicatorPane.Below,
        new RememberingFactoryOf<Cci, State>(parameters => new Cci((int)parameters[0])))
    {
        Guides = [-100, 100],
    };

    public int WarmUp => period;

    public int Outputs => 1;

    public int LooksBack => 0;

    public int Memory => Prices + period - 1;

    public State Begin(in CandleValues candle, in CloseRing closes, in State last, ReadOnlySpan<double> memory) =>
        closes.Candles < period - 1 ? default : Next(candle, closes, last, memory);

    /// <summary>Counted from the newest price, so that equal prices differ by exactly nothing.</summary>
    public State Next(in CandleValues candle, in CloseRing closes, in State last, ReadOnlySpan<double> memory)
    {
        var newest = candle.Typical;
        var earlier = memory[Prices..];
        var mean = 0.0;
        foreach (var price in earlier) mean += Step(price, newest);
        mean /= period;
        var deviation = Math.Abs(mean);
        foreach (var price in earlier) deviation += Math.Abs(Step(price, newest) - mean);
        deviation /= period;
        return new State { Value = deviation == 0 ? 0 : -mean / (Unit * deviation) };
    }

    public void Remember(in CandleValues candle, ref State state, Span<double> memory)
    {
        var place = (int)memory[Place];
        memory[Prices + place] = candle.Typical;
        memory[Place] = place + 1 == period - 1 ? 0 : place + 1;
    }

    public void Read(in State state, Span<double> values) => values[0] = state.Value;

    /// <summary>Prices made of the same three numbers in another order may differ in the last digit: that is no step.</summary>
    private static double Step(double price, double newest)
    {
        var step = price - newest;
        return Math.Abs(step) <= Rounding * newest ? 0 : step;
    }

    /// <summary>The index.</summary>
    internal struct State
    {
        public double Value;
    }
}
