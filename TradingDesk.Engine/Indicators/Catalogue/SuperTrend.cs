using System.Runtime.CompilerServices;
using TradingDesk.Engine.Indicators.Parts;
using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators.Catalogue;

/// <summary>SuperTrend as TradingView has it: a trailing line some average true ranges from the candle's middle.</summary>
internal readonly struct SuperTrend(int period, double multiplier) : IIndicator<SuperTrend.State>
{
    private const double Up = 1;
    private const double Down = -1;

    /// <summary>What Wilder's average keeps of its weight.</summary>
    private readonly double _keep = (period - 1.0) / period;

    public static IndicatorDescription Description { get; } = new(
        "SUPERTREND",
        "SuperTrend",
        "A trailing line below a rising and above a falling market. Direction is +1 up and -1 down; "
            + "TradingView's script uses the opposite sign. The first ready direction is down, as there.",
        [
            new IndicatorParameter("period", "How many candles the average true range spans.", 1, 5_000, 10, Whole: true),
            new IndicatorParameter("multiplier", "How many average true ranges the line keeps away.", 0.1, 20, 3, Whole: false),
        ],
        [new("value"), new("direction", OutputLook.Colour)],
        IndicatorPane.Overlay,
        new IndicatorFactoryOf<SuperTrend, State>(parameters => new SuperTrend((int)parameters[0], parameters[1])));

    public int WarmUp => period;

    public int Outputs => 2;

    public int LooksBack => 1;

    /// <summary>
    /// Sums true ranges; the candle that completes the warm-up makes their mean and sets up both bands. The first candle has no close
    /// before it; its own low stands in, which makes it high less low.
    /// </summary>
    public State Begin(in CandleValues candle, in CloseRing closes, in State last)
    {
        var sum = last.Range + TrueRange.Of(candle, closes.Candles == 0 ? candle.Low : closes.Back(1));
        if (closes.Candles < period - 1) return new State { Range = sum };
        var average = sum / period;
        var middle = (candle.High + candle.Low) * 0.5;
        return new State
        {
            Direction = Down,
            Range = average,
            Upper = middle + (multiplier * average),
            Lower = middle - (multiplier * average),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public State Next(in CandleValues candle, in CloseRing closes, in State last)
    {
        var previous = closes.Back(1);
        var range = TrueRange.Of(candle, previous);
        var average = range + ((last.Range - range) * _keep);
        var middle = (candle.High + candle.Low) * 0.5;
        var upper = middle + (multiplier * average);
        var lower = middle - (multiplier * average);

        // A band moves only towards the price, until a close has gone through it.
        if (upper > last.Upper && previous <= last.Upper) upper = last.Upper;
        if (lower < last.Lower && previous >= last.Lower) lower = last.Lower;
        var rises = last.Direction > 0 ? candle.Close >= lower : candle.Close > upper;
        return new State { Direction = rises ? Up : Down, Range = average, Upper = upper, Lower = lower };
    }

    public void Read(in State state, Span<double> values)
    {
        values[1] = state.Direction;
        values[0] = state.Direction > 0 ? state.Lower : state.Upper;
    }

    /// <summary>The direction, Wilder's average of the true range, before it is ready their sum, and both bands.</summary>
    internal struct State
    {
        public double Direction;
        public double Range;
        public double Upper;
        public double Lower;
    }
}
