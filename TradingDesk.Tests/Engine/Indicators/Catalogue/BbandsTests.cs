using TradingDesk.Engine.Market;
using TradingDesk.Tests.Contracts;
using Xunit;

namespace TradingDesk.Tests.Engine.Indicators.Catalogue;

/// <summary>Bollinger's bands against deviations made anew.</summary>
public sealed class BbandsTests : IndicatorContract
{
    protected override IReadOnlyList<string> Specs => ["BBANDS:2:2", "BBANDS:5:1.5", "BBANDS:20:2", "BBANDS:333:0.1"];

    [Theory]
    [InlineData(1)]
    [InlineData(1_000)]
    [InlineData(1e8)]
    public void A_constant_price_has_bands_exactly_nothing_wide_whatever_came_before(double largest)
    {
        const int Seed = 79;
        var random = new Random(Seed);
        var before = CandleShapes.Make("huge", 100, Seed);
        for (var i = 0; i < 300; i++)
        {
            var price = Math.Round(largest * random.NextDouble(), 4);

            var values = ReadAfter(SetOf("BBANDS:7:2"), before.Concat(Enumerable.Repeat(At(price), 7)));

            Assert.True(values[0] == price && values[1] == price && values[2] == price, $"{price:R}: {values[0]:R}, seed {Seed}");
        }
    }

    [Fact]
    public void One_step_among_large_prices_is_seen()
    {
        const double Price = 99_999_999.75;

        var values = ReadAfter(SetOf("BBANDS:5000:20"), Enumerable.Repeat(At(Price), 5_000).Append(At(Price - 0.25)));

        // Of 5,000 closes one differs by a quarter: the root of its share times the share of the others is the deviation in quarters.
        Assert.Equal(20 * 0.25 * Math.Sqrt(4_999) / 5_000, (values[0] - values[2]) / 2, 1e-7);
    }

    [Fact]
    public void Prices_that_differ_in_their_last_digit_alone_have_bands_too_whatever_came_before()
    {
        const int Seed = 80;
        var random = new Random(Seed);
        var before = CandleShapes.Make("huge", 100, Seed);
        for (var i = 0; i < 300; i++)
        {
            var price = random.NextDouble();
            var after = Enumerable.Repeat(At(price), 6).Append(At(Math.BitIncrement(price)));

            var values = ReadAfter(SetOf("BBANDS:7:2"), before.Concat(after));

            Assert.True(values[0] >= values[2], $"{price:R}: {values[0]:R} and {values[2]:R}, seed {Seed}");
            Assert.Equal(values[0], values[2], 1e-7);
        }
    }

    [Fact]
    public void A_million_large_prices_leave_nothing_behind()
    {
        const int Seed = 78;
        var random = new Random(Seed);
        var large = Enumerable.Range(0, 1_000_000).Select(_ => At(Math.Round(1e8 * random.NextDouble(), 4)));
        var small = CandleShapes.Make("random", 40, Seed);

        var after = ReadAfter(SetOf("BBANDS:20:2"), large.Concat(small));
        var alone = ReadAfter(SetOf("BBANDS:20:2"), small);

        for (var i = 0; i < 3; i++) Assert.Equal(alone[i], after[i], 1e-9);
    }

    private protected override double[][] Naive(IReadOnlyList<double> parameters, IReadOnlyList<CandleValues> candles)
    {
        var period = (int)parameters[0];
        var values = Nothing(candles.Count, 3);
        for (var i = period - 1; i < candles.Count; i++)
        {
            var window = candles.Skip(i - period + 1).Take(period).Select(candle => (decimal)candle.Close).ToArray();
            var mean = window.Average();
            var width = parameters[1] * Math.Sqrt((double)window.Average(close => (close - mean) * (close - mean)));
            values[i] = [(double)mean + width, (double)mean, (double)mean - width];
        }

        return values;
    }
}
