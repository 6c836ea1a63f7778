using TradingDesk.Engine.Indicators.Parts;
using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators.Catalogue;

/// <summary>The stochastic of the relative strength index: where the index stands in its own range, smoothed twice.</summary>
internal readonly struct StochRsi(int period, int stochastic, int k, int d) : IRememberingIndicator<StochRsi.State>
{
    /// <summary>What it reads without a range, the middle of the scale.</summary>
    private const double Flat = 50;

    /// <summary>
    /// Points of the index by which rounding alone may move it over the longest window: 5,000 candles of two roundings each, of 100.
    /// Less than that is no range: a market that stands still would else read 0 to 100 by chance.
    /// </summary>
    private const double Rounding = 1e-9;

    private readonly Rsi _index = new(period);
    private readonly SlidingRange _range = new(stochastic - 1);
    private readonly SmoothedTwice _smoothed = new(k, d);

    public static IndicatorDescription Description { get; } = new(
        "STOCHRSI",
        "Stochastic RSI",
        "Where the relative strength index stands in its own range, 0 at its low to 100 at its high, as a short mean (k) and the mean "
            + "of that (d). An index that stands still reads 50, where TA-Lib answers 0 or what rounding left. "
            + "TA-Lib's own has no first mean: k of 1.",
        [
            new IndicatorParameter("period", "The period of the relative strength index.", 2, 5_000, 14, Whole: true),
            new IndicatorParameter("stochastic", "How many values of the index its range spans.", 1, 5_000, 14, Whole: true),
            new IndicatorParameter("k", "How many values the line k is the mean of.", 1, 5_000, 3, Whole: true),
            new IndicatorParameter("d", "How many values of k the line d is the mean of.", 1, 5_000, 3, Whole: true),
        ],
        [new("k"), new("d")],
        IndicatorPane.Below,
        new RememberingFactoryOf<StochRsi, State>(
            parameters => new StochRsi((int)parameters[0], (int)parameters[1], (int)parameters[2], (int)parameters[3])))
    {
        Guides = [20, 80],
    };

    public int WarmUp => period + stochastic + k + d - 2;

    public int Outputs => 2;

    public int LooksBack => 1;

    public int Memory => _range.Memory + _smoothed.Memory;

    /// <summary>What it makes of an index or a range that is not ready has left both means when the warm-up ends.</summary>
    public State Begin(in CandleValues candle, in CloseRing closes, in State last, ReadOnlySpan<double> memory)
    {
        var warms = closes.Candles < _index.WarmUp;
        return After(warms ? _index.Begin(candle, closes, last.Rsi) : _index.Next(candle, closes, last.Rsi), memory);
    }

    public State Next(in CandleValues candle, in CloseRing closes, in State last, ReadOnlySpan<double> memory) =>
        After(_index.Next(candle, closes, last.Rsi), memory);

    public void Remember(in CandleValues candle, ref State state, Span<double> memory)
    {
        _range.Push(memory[.._range.Memory], state.Index, state.Index);
        _smoothed.Push(memory[_range.Memory..], state.Fast, state.K);
    }

    public void Read(in State state, Span<double> values)
    {
        values[1] = state.D;
        values[0] = state.K;
    }

    private State After(in Rsi.State rsi, ReadOnlySpan<double> memory)
    {
        var index = 0.0;
        _index.Read(rsi, new Span<double>(ref index));
        var range = _range.With(memory[.._range.Memory], index, index);
        var fast = range.Width < Rounding ? Flat : range.PercentOf(index);
        var (once, twice) = _smoothed.With(memory[_range.Memory..], fast);
        return new State { Rsi = rsi, Index = index, Fast = fast, K = once, D = twice };
    }

    /// <summary>The index with its averages, where it stands in its range, the mean of that and that one's.</summary>
    internal struct State
    {
        public Rsi.State Rsi;
        public double Index;
        public double Fast;
        public double K;
        public double D;
    }
}
