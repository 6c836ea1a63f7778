using TradingDesk.Engine.Market;
using TradingDesk.Tests.Contracts;
using Xunit;

namespace TradingDesk.Tests.Engine.Indicators.Catalogue;

/// <summary>Hull's average against weighted averages over whole columns.</summary>
public sealed class HmaTests : IndicatorContract
{
    protected override IReadOnlyList<string> Specs => ["HMA:2", "HMA:3", "HMA:4", "HMA:9", "HMA:55", "HMA:333"];

    [Fact]
    public void Halves_and_roots_are_rounded_down()
    {
        // Over 3: a close, twice, less the weighted mean of three; the root of 3 smooths over 1.
        var value = Assert.Single(ReadAfter(SetOf("HMA:3"), [At(1), At(2), At(6)]));

        Assert.Equal((2 * 6) - ((1 + (2 * 2) + (3 * 6)) / 6.0), value, 1e-12);
    }

    [Fact]
    public void Equal_prices_are_given_back_exactly()
    {
        var value = Assert.Single(ReadAfter(SetOf("HMA:20"), Enumerable.Repeat(At(1234.05), 100).Prepend(At(1e8))));

        Assert.Equal(1234.05, value);
    }

    private protected override double[][] Naive(IReadOnlyList<double> parameters, IReadOnlyList<CandleValues> candles)
    {
        var period = (int)parameters[0];
        var fast = Twin.Weighted(Twin.Closes(candles), period / 2);
        var slow = Twin.Weighted(Twin.Closes(candles), period);
        double[] raw = [.. fast.Zip(slow, (quick, late) => (2 * quick) - late)];
        return Twin.Rows(Twin.Weighted(raw, (int)Math.Floor(Math.Sqrt(period))));
    }
}
