using TradingDesk.Engine.Market;
using TradingDesk.Tests.Contracts;
using Xunit;

namespace TradingDesk.Tests.Engine.Indicators.Catalogue;

/// <summary>The money flow index against flows summed anew in decimal.</summary>
public sealed class MfiTests : IndicatorContract
{
    protected override IReadOnlyList<string> Specs => ["MFI:2", "MFI:3", "MFI:14", "MFI:333"];

    [Fact]
    public void It_is_the_share_of_money_that_came_in_at_rising_prices()
    {
        var values = ReadAfter(SetOf("MFI:3"), [At(10, 5), At(20, 5), At(10, 100), At(20, 3), At(25, 4), At(5, 8)]);

        // 20 x 3 and 25 x 4 came in, 5 x 8 went out.
        Assert.Equal(80, Assert.Single(values));
    }

    [Theory]
    [InlineData(+1, 100)]
    [InlineData(-1, 0)]
    public void A_market_that_only_moves_one_way_reads_the_end_of_the_scale(int step, double expected)
    {
        var value = Assert.Single(ReadAfter(SetOf("MFI:14"), Enumerable.Range(0, 60).Select(i => At(100 + (i * step), 10))));

        Assert.Equal(expected, value);
    }

    [Fact]
    public void Where_nothing_moves_it_reads_the_middle()
    {
        var value = Assert.Single(ReadAfter(SetOf("MFI:14"), Enumerable.Repeat(At(100, 10), 40)));

        Assert.Equal(50, value);
    }

    [Fact]
    public void Where_nothing_is_traded_it_reads_the_middle()
    {
        var value = Assert.Single(ReadAfter(SetOf("MFI:14"), Enumerable.Range(0, 40).Select(i => At(100 + i, 0))));

        Assert.Equal(50, value);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(11)]
    [InlineData(13)]
    public void It_reads_the_middle_again_the_moment_the_last_flow_has_left_however_large_it_was(int shares)
    {
        // Huge and tiny flows out of one window: together they have more digits than the sum keeps.
        var large = Enumerable.Range(0, 100).Select(i => At(1e8 - (i * 0.1), 1_000_000_007 + i));
        var tiny = Enumerable.Range(1, 50).Select(i => At(0.0001 * (52 - i), shares + (i % 7)));
        var still = Enumerable.Repeat(At(0.0002, 9), 60);

        var value = Assert.Single(ReadAfter(SetOf("MFI:60"), [.. large, .. tiny, .. still]));

        Assert.Equal(50, value);
    }

    [Fact]
    public void A_typical_price_that_differs_only_by_rounding_did_not_move()
    {
        // 0.1 + 0.2 + 0.3 is not 0.3 + 0.2 + 0.1 in doubles.
        CandleValues[] candles = [new(1, 0.1, 0.2, 0.3, 5), new(1, 0.3, 0.2, 0.1, 5), new(1, 0.1, 0.2, 0.3, 5)];

        var value = Assert.Single(ReadAfter(SetOf("MFI:2"), candles));

        Assert.Equal(50, value);
    }

    private protected override double[][] Naive(IReadOnlyList<double> parameters, IReadOnlyList<CandleValues> candles)
    {
        var period = (int)parameters[0];
        var prices = candles.Select(candle => ((decimal)candle.High + (decimal)candle.Low + (decimal)candle.Close) / 3).ToArray();
        var flows = candles.Select((candle, i) => i == 0 ? 0 : Math.Sign(prices[i] - prices[i - 1]) * prices[i] * (decimal)candle.Volume);
        var all = flows.ToArray();
        var values = Nothing(candles.Count, 1);
        for (var i = period; i < all.Length; i++)
        {
            var window = all[(i - period + 1)..(i + 1)];
            var total = window.Sum(Math.Abs);
            values[i][0] = total == 0 ? 50 : (double)(100 * window.Where(flow => flow > 0).Sum() / total);
        }

        return values;
    }

    private static CandleValues At(double close, double volume) => new(close, close, close, close, volume);
}
