using TradingDesk.Engine.Market;

namespace TradingDesk.Benchmarks.Reference;

/// <summary>
/// The peek as one would write it by hand for exactly ten indicators: no interface, every period a constant, one array per piece
/// of state over all series. It says what the machine can do.
/// </summary>
internal sealed class PeekReference(int series)
{
    public const string Specs =
        "SMA:9,SMA:20,SMA:50,EMA:9,EMA:21,EMA:50,RSI:14,RSI:21,SUPERTREND:10:3,SUPERTREND:7:2";

    public const int Columns = 12;

    private const int Mask = 63;

    private readonly double[] _closes = new double[series * (Mask + 1)];
    private readonly int[] _count = new int[series];
    private readonly double[] _sum9 = new double[series];
    private readonly double[] _sum20 = new double[series];
    private readonly double[] _sum50 = new double[series];
    private readonly double[] _ema9 = new double[series];
    private readonly double[] _ema21 = new double[series];
    private readonly double[] _ema50 = new double[series];
    private readonly double[] _gain14 = new double[series];
    private readonly double[] _loss14 = new double[series];
    private readonly double[] _gain21 = new double[series];
    private readonly double[] _loss21 = new double[series];
    private readonly Trend[] _trend10 = new Trend[series];
    private readonly Trend[] _trend7 = new Trend[series];

    /// <summary>Takes in a closed candle; not timed.</summary>
    public void Update(int at, in CandleValues candle)
    {
        var count = _count[at];
        var previous = count == 0 ? candle.Close : Close(at, count - 1);
        Slide(_sum9, at, 9, candle.Close);
        Slide(_sum20, at, 20, candle.Close);
        Slide(_sum50, at, 50, candle.Close);
        Average(_ema9, at, 9, candle.Close);
        Average(_ema21, at, 21, candle.Close);
        Average(_ema50, at, 50, candle.Close);
        if (count > 0)
        {
            Wilder(_gain14, at, 14, Math.Max(candle.Close - previous, 0), count - 1);
            Wilder(_loss14, at, 14, Math.Max(previous - candle.Close, 0), count - 1);
            Wilder(_gain21, at, 21, Math.Max(candle.Close - previous, 0), count - 1);
            Wilder(_loss21, at, 21, Math.Max(previous - candle.Close, 0), count - 1);
        }

        Advance(ref _trend10[at], 10, 3, candle, previous, count);
        Advance(ref _trend7[at], 7, 2, candle, previous, count);
        _closes[(at * (Mask + 1)) + (count & Mask)] = candle.Close;
        _count[at] = count + 1;
    }

    /// <summary>The timed loop's body; the series is warm.</summary>
    public void Peek(int at, in CandleValues forming, double[] values)
    {
        var count = _count[at];
        var closes = _closes.AsSpan(at * (Mask + 1), Mask + 1);
        var close = forming.Close;
        var previous = closes[(count - 1) & Mask];
        values[0] = (_sum9[at] - closes[(count - 9) & Mask] + close) / 9;
        values[1] = (_sum20[at] - closes[(count - 20) & Mask] + close) / 20;
        values[2] = (_sum50[at] - closes[(count - 50) & Mask] + close) / 50;
        values[3] = close + ((_ema9[at] - close) * (8.0 / 10));
        values[4] = close + ((_ema21[at] - close) * (20.0 / 22));
        values[5] = close + ((_ema50[at] - close) * (49.0 / 51));
        var up = Math.Max(close - previous, 0);
        var down = Math.Max(previous - close, 0);
        values[6] = Share(up + ((_gain14[at] - up) * (13.0 / 14)), down + ((_loss14[at] - down) * (13.0 / 14)));
        values[7] = Share(up + ((_gain21[at] - up) * (20.0 / 21)), down + ((_loss21[at] - down) * (20.0 / 21)));
        var range = Math.Max(forming.High, previous) - Math.Min(forming.Low, previous);
        (values[8], values[9]) = Line(in _trend10[at], 9.0 / 10, 3, range, previous, forming);
        (values[10], values[11]) = Line(in _trend7[at], 6.0 / 7, 2, range, previous, forming);
    }

    private static double Share(double gain, double loss) => gain + loss < 1e-14 ? 50 : 100 * (gain / (gain + loss));

    private static (double Value, double Direction) Line(
        in Trend last, double keep, double multiplier, double range, double previous, in CandleValues forming)
    {
        var reach = multiplier * (range + ((last.Range - range) * keep));
        var middle = (forming.High + forming.Low) * 0.5;
        var upper = middle + reach;
        var lower = middle - reach;
        if (upper > last.Upper && previous <= last.Upper) upper = last.Upper;
        if (lower < last.Lower && previous >= last.Lower) lower = last.Lower;
        return (last.Rises ? forming.Close >= lower : forming.Close > upper) ? (lower, 1) : (upper, -1);
    }

    private double Close(int at, int number) => number < 0 ? 0 : _closes[(at * (Mask + 1)) + (number & Mask)];

    private void Slide(double[] sums, int at, int period, double close) => sums[at] += close - Close(at, _count[at] - period);

    private void Average(double[] averages, int at, int period, double close)
    {
        var count = _count[at];
        if (count < period) averages[at] = ((averages[at] * count) + close) / (count + 1);
        else averages[at] = close + ((averages[at] - close) * ((period - 1.0) / (period + 1.0)));
    }

    private static void Wilder(double[] averages, int at, int period, double change, int count)
    {
        if (count < period) averages[at] = ((averages[at] * count) + change) / (count + 1);
        else averages[at] = change + ((averages[at] - change) * ((period - 1.0) / period));
    }

    private static void Advance(ref Trend trend, int period, double multiplier, in CandleValues candle, double previous, int count)
    {
        var range = count == 0 ? candle.High - candle.Low : Math.Max(candle.High, previous) - Math.Min(candle.Low, previous);
        var average = count < period
            ? ((trend.Range * count) + range) / (count + 1)
            : range + ((trend.Range - range) * ((period - 1.0) / period));
        var middle = (candle.High + candle.Low) * 0.5;
        var (upper, lower, rises) = (middle + (multiplier * average), middle - (multiplier * average), false);
        if (count >= period)
        {
            if (upper > trend.Upper && previous <= trend.Upper) upper = trend.Upper;
            if (lower < trend.Lower && previous >= trend.Lower) lower = trend.Lower;
            rises = trend.Rises ? candle.Close >= lower : candle.Close > upper;
        }

        trend = new Trend { Range = average, Upper = upper, Lower = lower, Rises = rises };
    }

    /// <summary>The average true range, both bands and the direction of one series.</summary>
    private struct Trend
    {
        public double Range;
        public double Upper;
        public double Lower;
        public bool Rises;
    }
}
