using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Market;
using Xunit;

namespace TradingDesk.Tests.Engine.Indicators;

/// <summary>Several indicators over one instrument and timeframe.</summary>
public sealed class IndicatorSetTests(ITestOutputHelper output)
{
    private const int Seed = 5;

    [Fact]
    public void Each_indicator_gives_in_company_what_it_gives_alone()
    {
        var specs = IndicatorSpecs.Parse("SMA:2,RSI:14,SMA:50,SUPERTREND:10:3,EMA:21,SMA:9").Specs;
        var together = new IndicatorSet(new IndicatorList(specs));
        var alone = specs.Select(spec => new IndicatorSet(new IndicatorList([spec]))).ToArray();
        var values = new double[together.Columns];

        foreach (var candle in CandleShapes.Make("random", 500, Seed))
        {
            together.Update(candle);
            together.Read(values);

            var expected = new List<double>();
            foreach (var set in alone)
            {
                set.Update(candle);
                var own = new double[set.Columns];
                set.Read(own);
                expected.AddRange(own);
            }

            Assert.Equal(expected, values);
        }
    }

    [Fact]
    public void The_ready_mask_tells_each_column()
    {
        var set = new IndicatorSet(new IndicatorList(IndicatorSpecs.Parse("SMA:3,SUPERTREND:2:3,RSI:2").Specs));

        var masks = new List<ulong>();
        for (var i = 0; i < 3; i++)
        {
            masks.Add(set.ReadyMask);
            set.Update(new CandleValues(1, 2, 1, 2, 0));
        }

        Assert.Equal([0b0000UL, 0b0000UL, 0b0110UL], masks);
        Assert.Equal(0b1111UL, set.ReadyMask);
    }

    [Fact]
    public void All_64_columns_can_be_ready()
    {
        var specs = IndicatorSpecs.Parse(string.Join(',', Enumerable.Range(1, 64).Select(period => $"EMA:{period}"))).Specs;
        var set = new IndicatorSet(new IndicatorList(specs));

        for (var i = 0; i < 64; i++) set.Update(new CandleValues(1, 1, 1, 1, 1));

        Assert.Equal(ulong.MaxValue, set.ReadyMask);
    }

    [Fact]
    public void An_empty_list_makes_a_set_that_does_nothing()
    {
        var set = new IndicatorSet(new IndicatorList([]));

        set.Update(new CandleValues(1, 1, 1, 1, 1));
        set.Peek(new CandleValues(1, 1, 1, 1, 1), []);
        set.Read([]);

        Assert.Equal(0, set.Columns);
        Assert.Equal(0UL, set.ReadyMask);
    }

    [Fact]
    public void The_default_list_costs_at_most_450_bytes_an_instrument_and_timeframe()
    {
        const int Count = 1_000;
        var list = new IndicatorList(IndicatorSpecs.Parse(IndicatorSpecs.Default).Specs);
        var sets = new IndicatorSet[Count];
        sets[0] = new IndicatorSet(list);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Count; i++) sets[i] = new IndicatorSet(list);
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / Count;

        output.WriteLine($"{each} bytes a set");
        Assert.InRange(each, 1, 450);
        GC.KeepAlive(sets);
    }
}
