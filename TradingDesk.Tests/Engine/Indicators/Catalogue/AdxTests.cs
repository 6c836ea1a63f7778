using TradingDesk.Engine.Market;
using TradingDesk.Tests.Contracts;
using Xunit;

namespace TradingDesk.Tests.Engine.Indicators.Catalogue;

/// <summary>Wilder's directional index against his worksheet, column by column.</summary>
public sealed class AdxTests : IndicatorContract
{
    protected override IReadOnlyList<string> Specs => ["ADX:2", "ADX:3", "ADX:14", "ADX:100"];

    [Fact]
    public void It_gives_what_a_sheet_of_paper_gives()
    {
        CandleValues[] candles = [new(9, 10, 8, 9, 1), new(9, 12, 9, 11, 1), new(11, 11, 7, 8, 1), new(8, 13, 8, 12, 1)];

        var values = ReadAfter(SetOf("ADX:2"), candles);

        // Up 2, 0, 2 and down 0, 2, 0 over ranges 3, 4, 5: sums of 1, 1, 3.5, then plus 2.5, minus 1 and range 7.75 when each keeps half.
        // The index is 100 x 1/3 and then 100 x 1.5/3.5; the average is theirs.
        Assert.Equal(50 * ((1 / 3.0) + (3 / 7.0)), values[0], 1e-12);
        Assert.Equal(100 * 2.5 / 7.75, values[1], 1e-12);
        Assert.Equal(100 * 1.0 / 7.75, values[2], 1e-12);
    }

    [Theory]
    [InlineData(+1, 100, 0)]
    [InlineData(-1, 0, 100)]
    public void A_market_that_only_moves_one_way_reads_the_end_of_the_scale(int step, double plus, double minus)
    {
        var values = ReadAfter(SetOf("ADX:14"), Enumerable.Range(0, 800).Select(i => At(10_000 + (i * step))));

        Assert.Equal([100, plus, minus], values.Select(value => Math.Round(value, 9)));
    }

    [Fact]
    public void A_flat_market_reads_zero()
    {
        var values = ReadAfter(SetOf("ADX:14"), Enumerable.Repeat(At(100), 40));

        Assert.Equal([0, 0, 0], values);
    }

    [Fact]
    public void A_market_flat_so_long_that_its_last_move_has_died_out_reads_zero()
    {
        var values = ReadAfter(SetOf("ADX:2"), Enumerable.Repeat(At(101), 5_000).Prepend(At(100)));

        Assert.Equal([0, 0, 0], values);
    }

    [Fact]
    public void A_candle_that_reaches_equally_far_on_both_sides_counts_for_neither()
    {
        var values = ReadAfter(SetOf("ADX:2"), Enumerable.Range(0, 20).Select(i => new CandleValues(50, 51 + i, 49 - i, 50, 1)));

        Assert.Equal([0, 0, 0], values);
    }

    private protected override double[][] Naive(IReadOnlyList<double> parameters, IReadOnlyList<CandleValues> candles)
    {
        var period = (int)parameters[0];
        var pairs = candles.Zip(candles.Skip(1)).ToArray();
        var plus = Sums(period, pairs.Select(pair => Up(pair) > Math.Max(Down(pair), 0) ? Up(pair) : 0).ToArray());
        var minus = Sums(period, pairs.Select(pair => Down(pair) > Math.Max(Up(pair), 0) ? Down(pair) : 0).ToArray());
        var range = Sums(period, pairs.Select(pair => TrueRange(pair.Second, pair.First.Close)).ToArray());
        var plusDi = plus.Zip(range, Share).ToArray();
        var minusDi = minus.Zip(range, Share).ToArray();
        var index = plusDi.Zip(minusDi, (up, down) => Share(Math.Abs(up - down), up + down)).ToArray();

        var values = Nothing(candles.Count, 3);
        var average = index.Skip(period).Take(period).Average();
        for (var i = (2 * period) - 1; i < candles.Count; i++)
        {
            if (i >= 2 * period) average = ((average * (period - 1)) + index[i]) / period;
            values[i] = [average, plusDi[i], minusDi[i]];
        }

        return values;
    }

    private static double Up((CandleValues First, CandleValues Second) pair) => pair.Second.High - pair.First.High;

    private static double Down((CandleValues First, CandleValues Second) pair) => pair.First.Low - pair.Second.Low;

    private static double TrueRange(CandleValues candle, double previous) => Enumerable.Max(
        [candle.High - candle.Low, Math.Abs(candle.High - previous), Math.Abs(candle.Low - previous)]);

    /// <summary>In percent; nothing of nothing.</summary>
    private static double Share(double part, double whole) => whole < 1e-14 ? 0 : 100 * part / whole;

    /// <summary>Per candle Wilder's sum of the moves up to it, which starts as the plain sum of one move less than a period.</summary>
    private static double[] Sums(int period, double[] moves)
    {
        var sums = new double[moves.Length + 1];
        for (var i = 1; i < sums.Length; i++) sums[i] = sums[i - 1] - (i < period ? 0 : sums[i - 1] / period) + moves[i - 1];
        return sums;
    }
}
