using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators;

/// <summary>SuperTrend as TradingView has it: a trailing line some average true ranges from the candle's middle.</summary>
internal sealed class SuperTrend(int period, double multiplier) : IIndicator
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
        ["value", "direction"],
        IndicatorPane.Overlay,
        parameters => new SuperTrend((int)parameters[0], parameters[1]));

    public int WarmUp => period;

    public int Outputs => 2;

    public int Words => 5;

    public int LooksBack => 1;

    public void Update(in CandleValues candle, CloseRing closes, Span<double> words) =>
        Next(candle, closes, new Trail(words)).CopyTo(words);

    public void Peek(in CandleValues forming, CloseRing closes, ReadOnlySpan<double> words, Span<double> values)
    {
        var next = Next(forming, closes, new Trail(words));
        values[1] = next.Direction;
        values[0] = next.Value;
    }

    private Trail Next(in CandleValues candle, CloseRing closes, in Trail last)
    {
        var previous = closes.Candles == 0 ? candle.Close : closes.Back(1);
        var range = TrueRange(candle, closes.Candles == 0 ? candle.Low : previous);
        if (closes.Candles < period - 1) return new Trail(0, 0, last.Range + range, 0, 0);

        var first = closes.Candles == period - 1;
        var average = first ? (last.Range + range) / period : range + ((last.Range - range) * _keep);
        var middle = (candle.High + candle.Low) * 0.5;
        var upper = middle + (multiplier * average);
        var lower = middle - (multiplier * average);
        if (first) return new Trail(upper, Down, average, upper, lower);

        // A band moves only towards the price, until a close has gone through it.
        if (upper > last.Upper && previous <= last.Upper) upper = last.Upper;
        if (lower < last.Lower && previous >= last.Lower) lower = last.Lower;
        var rises = last.Direction == Up ? candle.Close >= lower : candle.Close > upper;
        return rises ? new Trail(lower, Up, average, upper, lower) : new Trail(upper, Down, average, upper, lower);
    }

    /// <summary>The first candle has no close before it; its own low stands in, which makes it high less low.</summary>
    private static double TrueRange(in CandleValues candle, double previous) =>
        Math.Max(candle.High, previous) - Math.Min(candle.Low, previous);

    /// <summary>The words of one instrument and timeframe: the line, its direction, the average true range and both bands.</summary>
    private readonly struct Trail(double value, double direction, double range, double upper, double lower)
    {
        public Trail(ReadOnlySpan<double> words)
            : this(words[0], words[1], words[2], words[3], words[4])
        {
        }

        public double Value { get; } = value;

        public double Direction { get; } = direction;

        /// <summary>While it warms up, the sum of the true ranges.</summary>
        public double Range { get; } = range;

        public double Upper { get; } = upper;

        public double Lower { get; } = lower;

        public void CopyTo(Span<double> words)
        {
            words[4] = Lower;
            words[3] = Upper;
            words[2] = Range;
            words[1] = Direction;
            words[0] = Value;
        }
    }
}
