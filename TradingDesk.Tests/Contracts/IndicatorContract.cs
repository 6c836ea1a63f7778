using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Market;
using TradingDesk.Tests.Engine.Indicators;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Contracts;

/// <summary>What every indicator must do; the tests of an indicator inherit it and bring the naive twin.</summary>
public abstract class IndicatorContract
{
    private const int Count = 1_200;
    private const int Seed = 20_261_121;

    /// <summary>Specifications to hold, small and large parameters among them.</summary>
    protected abstract IReadOnlyList<string> Specs { get; }

    /// <summary>The codes of the indicators that are held.</summary>
    internal IEnumerable<string> Codes => Parsed().Select(spec => spec.Description.Code);

    /// <summary>
    /// What rounding may leave of the largest price so far, as a share of it: nothing, but where a difference of fading averages forgets
    /// a price sooner than their last digits do.
    /// </summary>
    protected virtual double Leftover => 0;

    public static TheoryData<string> Shapes => [.. CandleShapes.Names];

    /// <summary>Per candle the outputs as the textbook computes them from the whole series, NaN before the warm-up ends.</summary>
    private protected abstract double[][] Naive(IReadOnlyList<double> parameters, IReadOnlyList<CandleValues> candles);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void It_gives_what_its_naive_twin_gives(string shape)
    {
        foreach (var spec in Parsed())
        {
            var candles = CandleShapes.Make(shape, Count, Seed);
            var set = SetOf(spec);
            var values = new double[set.Columns];

            var expected = Naive(spec.Parameters, candles);

            var highest = 0.0;
            for (var i = 0; i < candles.Length; i++)
            {
                set.Update(candles[i]);
                set.Read(values);
                highest = Math.Max(highest, candles[i].High);
                AssertClose(expected[i], values, Leftover * highest, $"{spec.Text}, {shape}, seed {Seed}, candle {i}");
            }
        }
    }

    [Fact]
    public void It_is_not_ready_before_its_warm_up_and_ready_exactly_at_it()
    {
        foreach (var spec in Parsed())
        {
            var set = SetOf(spec);
            var values = new double[set.Columns];
            var all = (1UL << set.Columns) - 1;

            for (var candle = 1; candle <= set.List.WarmUp + 2; candle++)
            {
                set.Update(new CandleValues(10, 12, 9, 11, 1) { Start = 60 * candle, SessionOpen = 60 });
                set.Read(values);

                var ready = candle >= set.List.WarmUp;
                Assert.Equal(ready ? all : 0, set.ReadyMask);
                Assert.All(values, value => Assert.Equal(ready, !double.IsNaN(value)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_peek_gives_to_the_bit_what_closing_the_candle_would(string shape)
    {
        foreach (var spec in Parsed())
        {
            var set = SetOf(spec);
            var (peeked, read) = (new double[set.Columns], new double[set.Columns]);

            foreach (var candle in CandleShapes.Make(shape, Count, Seed))
            {
                var ready = set.PeekReadyMask;
                set.Peek(candle, peeked);
                set.Update(candle);
                set.Read(read);

                Assert.Equal(Bits(read), Bits(peeked));
                Assert.Equal(set.ReadyMask, ready);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Peeking_leaves_no_trace(string shape)
    {
        foreach (var spec in Parsed())
        {
            var (peeked, alone) = (SetOf(spec), SetOf(spec));
            var values = new double[peeked.Columns];

            foreach (var candle in CandleShapes.Make(shape, 300, Seed))
            {
                var before = StateOf(peeked);
                peeked.Peek(candle with { Close = candle.Close * 3, High = candle.High * 3 }, values);
                peeked.Peek(candle with { Close = candle.Low }, values);
                Assert.Equal(before, StateOf(peeked));
                peeked.Update(candle);
                alone.Update(candle);
            }

            Assert.Equal(StateOf(alone), StateOf(peeked));
        }
    }

    [Fact]
    public void A_reset_one_is_like_a_new_one()
    {
        foreach (var spec in Parsed())
        {
            var (used, fresh) = (SetOf(spec), SetOf(spec));
            foreach (var candle in CandleShapes.Make("random", Count, Seed)) used.Update(candle);

            used.Reset();

            Assert.Equal(StateOf(fresh), StateOf(used));
        }
    }

    [Theory]
    [InlineData("gaps", 1)]
    [InlineData("gaps", 7)]
    [InlineData("gaps", 25)]
    [InlineData("gaps", 611)]
    [InlineData("sessions", 20)]
    [InlineData("sessions", 200)]
    public void A_restored_one_goes_on_with_the_same_bits(string shape, int cut)
    {
        foreach (var spec in Parsed())
        {
            var candles = CandleShapes.Make(shape, Count, Seed);
            var (unbroken, restored) = (SetOf(spec), SetOf(spec));
            foreach (var candle in candles.Take(400)) restored.Update(candle);

            foreach (var candle in candles.Take(cut)) unbroken.Update(candle);
            var reader = new StateReader(StateOf(unbroken));
            restored.Restore(ref reader);

            foreach (var candle in candles.Skip(cut))
            {
                unbroken.Update(candle);
                restored.Update(candle);
                Assert.Equal(StateOf(unbroken), StateOf(restored));
            }
        }
    }

    [Fact]
    public void It_allocates_nothing()
    {
        foreach (var spec in Parsed())
        {
            var candles = CandleShapes.Make("random", Count, Seed);
            var set = SetOf(spec);
            var values = new double[set.Columns];
            Run(set, candles, values);

            var allocated = Allocation.Least(_ => Run(set, candles, values));

            Assert.Equal(0, allocated);
        }
    }

    private protected static IndicatorSet SetOf(IndicatorSpec spec) => new(new IndicatorList([spec]));

    private protected static IndicatorSet SetOf(string text) => SetOf(Assert.Single(IndicatorSpecs.Parse(text).Specs));

    private protected static double[] ReadAfter(IndicatorSet set, IEnumerable<CandleValues> candles)
    {
        foreach (var candle in candles) set.Update(candle);
        var values = new double[set.Columns];
        set.Read(values);
        return values;
    }

    private protected static CandleValues At(double close) => new(close, close, close, close, 1);

    /// <summary>Per candle one value per output, NaN until the twin fills it in.</summary>
    private protected static double[][] Nothing(int count, int outputs) =>
        [.. Enumerable.Range(0, count).Select(_ => Enumerable.Repeat(double.NaN, outputs).ToArray())];

    private static void Run(IndicatorSet set, CandleValues[] candles, double[] values)
    {
        foreach (ref readonly var candle in candles.AsSpan())
        {
            set.Peek(candle, values);
            set.Update(candle);
            set.Read(values);
        }
    }

    private static long[] StateOf(IndicatorSet set)
    {
        var words = new long[set.StateWords];
        var writer = new StateWriter(words);
        set.Save(ref writer);
        Assert.Equal(words.Length, writer.Count);
        return words;
    }

    private static long[] Bits(double[] values) => [.. values.Select(BitConverter.DoubleToInt64Bits)];

    private static void AssertClose(double[] expected, double[] actual, double leftover, string where)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            var close = double.IsNaN(expected[i])
                ? double.IsNaN(actual[i])
                : Math.Abs(expected[i] - actual[i]) <= leftover + (1e-9 * Math.Max(1, Math.Abs(expected[i])));
            Assert.True(close, $"{where}, output {i}: {actual[i]}, expected {expected[i]}");
        }
    }

    private IReadOnlyList<IndicatorSpec> Parsed()
    {
        var parsed = IndicatorSpecs.Parse(string.Join(',', Specs));
        Assert.Empty(parsed.Errors);
        return parsed.Specs;
    }
}
