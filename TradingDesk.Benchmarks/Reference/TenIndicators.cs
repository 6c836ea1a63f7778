using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using TradingDesk.Engine.Market;

namespace TradingDesk.Benchmarks.Reference;

/// <summary>
/// Ten indicators on one series as one would write them by hand for exactly these: no interface, every period a constant, all
/// state in one struct. It says what the machine can do.
/// </summary>
internal struct TenIndicators
{
    public const string Specs = "SMA:9,SMA:20,SMA:50,EMA:9,EMA:21,EMA:50,RSI:14,RSI:21,SUPERTREND:10:3,SUPERTREND:7:2";

    public const int Columns = 12;

    private const int Mask = 63;
    private const int WarmUp = 50;

    private Ring _closes;
    private Values _values;
    private Trend _trend10;
    private Trend _trend7;
    private double _sum9;
    private double _sum20;
    private double _sum50;
    private double _ema9;
    private double _ema21;
    private double _ema50;
    private double _gain14;
    private double _loss14;
    private double _gain21;
    private double _loss21;
    private int _count;

    /// <summary>The values after the last closed candle, NaN until ready.</summary>
    [UnscopedRef]
    public readonly ref readonly Values Last => ref _values;

    /// <summary>The values as they would be if the forming candle closed now: what the timed loop does most.</summary>
    public readonly void Peek(in CandleValues forming, ref Values values)
    {
        if (_count < WarmUp)
        {
            var copy = this;
            copy.Close(forming);
            values = copy._values;
            return;
        }

        var close = forming.Close;
        var previous = _closes[(_count - 1) & Mask];
        values[0] = (_sum9 - _closes[(_count - 9) & Mask] + close) / 9;
        values[1] = (_sum20 - _closes[(_count - 20) & Mask] + close) / 20;
        values[2] = (_sum50 - _closes[(_count - 50) & Mask] + close) / 50;
        values[3] = close + ((_ema9 - close) * (8.0 / 10));
        values[4] = close + ((_ema21 - close) * (20.0 / 22));
        values[5] = close + ((_ema50 - close) * (49.0 / 51));
        var up = Math.Max(close - previous, 0);
        var down = Math.Max(previous - close, 0);
        values[6] = Share(up + ((_gain14 - up) * (13.0 / 14)), down + ((_loss14 - down) * (13.0 / 14)));
        values[7] = Share(up + ((_gain21 - up) * (20.0 / 21)), down + ((_loss21 - down) * (20.0 / 21)));
        var range = Math.Max(forming.High, previous) - Math.Min(forming.Low, previous);
        (values[8], values[9]) = _trend10.After(range + ((_trend10.Range - range) * (9.0 / 10)), 3, previous, forming).Line;
        (values[10], values[11]) = _trend7.After(range + ((_trend7.Range - range) * (6.0 / 7)), 2, previous, forming).Line;
    }

    /// <summary>Takes in a closed candle.</summary>
    public void Close(in CandleValues candle)
    {
        var close = candle.Close;
        var previous = _count == 0 ? close : Back(1);
        _sum9 += close - Back(9);
        _sum20 += close - Back(20);
        _sum50 += close - Back(50);
        Average(ref _ema9, close, _count, 9, 8.0 / 10);
        Average(ref _ema21, close, _count, 21, 20.0 / 22);
        Average(ref _ema50, close, _count, 50, 49.0 / 51);
        if (_count > 0) TakeMove(close - previous);
        var range = _count == 0 ? candle.High - candle.Low : Math.Max(candle.High, previous) - Math.Min(candle.Low, previous);
        Follow(ref _trend10, range, 10, 3, previous, candle);
        Follow(ref _trend7, range, 7, 2, previous, candle);
        _closes[_count & Mask] = close;
        _count++;
        Value();
    }

    private readonly double Back(int candles) => _count < candles ? 0 : _closes[(_count - candles) & Mask];

    private void TakeMove(double change)
    {
        var (up, down) = (Math.Max(change, 0), Math.Max(-change, 0));
        Average(ref _gain14, up, _count - 1, 14, 13.0 / 14);
        Average(ref _loss14, down, _count - 1, 14, 13.0 / 14);
        Average(ref _gain21, up, _count - 1, 21, 20.0 / 21);
        Average(ref _loss21, down, _count - 1, 21, 20.0 / 21);
    }

    private void Value()
    {
        _values[0] = Ready(9, _sum9 / 9);
        _values[1] = Ready(20, _sum20 / 20);
        _values[2] = Ready(50, _sum50 / 50);
        _values[3] = Ready(9, _ema9);
        _values[4] = Ready(21, _ema21);
        _values[5] = Ready(50, _ema50);
        _values[6] = Ready(15, Share(_gain14, _loss14));
        _values[7] = Ready(22, Share(_gain21, _loss21));
        (_values[8], _values[9]) = (Ready(10, _trend10.Line.Value), Ready(10, _trend10.Line.Direction));
        (_values[10], _values[11]) = (Ready(7, _trend7.Line.Value), Ready(7, _trend7.Line.Direction));
    }

    private readonly double Ready(int warmUp, double value) => _count < warmUp ? double.NaN : value;

    private readonly void Follow(ref Trend trend, double range, int period, double multiplier, double previous, in CandleValues candle)
    {
        var average = trend.Range;
        Average(ref average, range, _count, period, (period - 1.0) / period);
        trend = _count < period ? Trend.Around(average, multiplier, candle) : trend.After(average, multiplier, previous, candle);
    }

    /// <summary>The mean of the first values, as many as the period; after that a weighted average.</summary>
    private static void Average(ref double average, double value, int count, int period, double keep) =>
        average = count < period ? ((average * count) + value) / (count + 1) : value + ((average - value) * keep);

    private static double Share(double gain, double loss) => gain + loss < 1e-14 ? 50 : 100 * (gain / (gain + loss));

    /// <summary>The values of the ten indicators in the order of their columns.</summary>
    [InlineArray(Columns)]
    internal struct Values
    {
        private double _first;
    }

    [InlineArray(Mask + 1)]
    private struct Ring
    {
        private double _first;
    }

    private struct Trend
    {
        public double Range;
        public double Upper;
        public double Lower;
        public bool Rises;

        public readonly (double Value, double Direction) Line => Rises ? (Lower, 1) : (Upper, -1);

        public static Trend Around(double average, double multiplier, in CandleValues candle)
        {
            var middle = (candle.High + candle.Low) * 0.5;
            return new Trend { Range = average, Upper = middle + (multiplier * average), Lower = middle - (multiplier * average) };
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly Trend After(double average, double multiplier, double previous, in CandleValues candle)
        {
            var next = Around(average, multiplier, candle);
            if (next.Upper > Upper && previous <= Upper) next.Upper = Upper;
            if (next.Lower < Lower && previous >= Lower) next.Lower = Lower;
            next.Rises = Rises ? candle.Close >= next.Lower : candle.Close > next.Upper;
            return next;
        }
    }
}
