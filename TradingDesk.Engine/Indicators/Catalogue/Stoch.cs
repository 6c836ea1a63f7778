using TradingDesk.Engine.Indicators.Parts;
using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators.Catalogue;

/// <summary>The stochastic oscillator as TA-Lib's STOCH with simple means: where the close stands in the range, smoothed twice.</summary>
internal readonly struct Stoch(int k, int slowing, int d) : IRememberingIndicator<Stoch.State>
{
    /// <summary>What it reads without a range, the middle of the scale.</summary>
    private const double Flat = 50;

    private readonly SlidingRange _range = new(k - 1);
    private readonly SmoothedTwice _smoothed = new(slowing, d);

    public static IndicatorDescription Description { get; } = new(
        "STOCH",
        "Stochastic oscillator",
        "Where the close stands in the range of the last candles, 0 at its low to 100 at its high, as a short mean (k) and the mean of "
            + "that (d). A range of nothing counts as 50, where TA-Lib counts 0 and a trader would read oversold.",
        [
            new IndicatorParameter("k", "How many candles the range spans.", 1, 5_000, 14, Whole: true),
            new IndicatorParameter("slowing", "How many values the line k is the mean of.", 1, 5_000, 3, Whole: true),
            new IndicatorParameter("d", "How many values of k the line d is the mean of.", 1, 5_000, 3, Whole: true),
        ],
        [new("k"), new("d")],
        IndicatorPane.Below,
        new RememberingFactoryOf<Stoch, State>(parameters => new Stoch((int)parameters[0], (int)parameters[1], (int)parameters[2])))
    {
        Guides = [20, 80],
    };

    public int WarmUp => k + slowing + d - 2;

    public int Outputs => 2;

    public int LooksBack => 0;

    public int Memory => _range.Memory + _smoothed.Memory;

    /// <summary>What it makes of a range that is not full yet has left both means when the warm-up ends.</summary>
    public State Begin(in CandleValues candle, in CloseRing closes, in State last, ReadOnlySpan<double> memory) =>
        Next(candle, closes, last, memory);

    public State Next(in CandleValues candle, in CloseRing closes, in State last, ReadOnlySpan<double> memory)
    {
        var range = _range.With(memory[.._range.Memory], candle.High, candle.Low);
        var fast = range.Width == 0 ? Flat : range.PercentOf(candle.Close);
        var (once, twice) = _smoothed.With(memory[_range.Memory..], fast);
        return new State { Fast = fast, K = once, D = twice };
    }

    public void Remember(in CandleValues candle, ref State state, Span<double> memory)
    {
        _range.Push(memory[.._range.Memory], candle.High, candle.Low);
        _smoothed.Push(memory[_range.Memory..], state.Fast, state.K);
    }

    public void Read(in State state, Span<double> values)
    {
        values[1] = state.D;
        values[0] = state.K;
    }

    /// <summary>The value before it is smoothed, its mean and that one's.</summary>
    internal struct State
    {
        public double Fast;
        public double K;
        public double D;
    }
}
