using System.Globalization;
using System.Text.RegularExpressions;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Strategies;
using TradingDesk.Engine.Strategies.Catalogue;
using TradingDesk.Tests.Engine.Strategies;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Contracts;

/// <summary>What every strategy of the catalogue must do in every market; a new one is held by its line in the catalogue.</summary>
public sealed partial class StrategyContractTests
{
    private const int Count = 8 * StrategyMarkets.Minutes;
    private const int Seed = 20_261_121;

    /// <summary>Indicators that never forget all of a price agree this far after a warm-up.</summary>
    private const double Same = 1e-6;

    public static MatrixTheoryData<string, string> Everywhere => new(Codes, StrategyMarkets.Names);

    public static MatrixTheoryData<string, string> WhereThePastFades => new(Codes, StrategyMarkets.Fading);

    public static TheoryData<string> All => [.. Codes];

    private static IEnumerable<string> Codes => StrategyCatalog.All.Select(strategy => strategy.Code);

    [Theory]
    [MemberData(nameof(Everywhere))]
    public void It_wishes_soundly(string code, string market)
    {
        var strategy = new StrategyUnderTest(code);
        var book = new WishBook(strategy.MinConfidence);
        var number = 0;

        foreach (var candle in StrategyMarkets.Make(market, Count, Seed))
        {
            book.Begin(candle);
            var wishes = strategy.Close(candle, book.Book);
            book.Take(candle, wishes);

            number++;
            Assert.False(strategy.Desk.IsOverfull);
            Assert.True(wishes.IsEmpty || number > strategy.Needed, $"{code} wished on candle {number}, and needs {strategy.Needed}");
            foreach (ref readonly var wish in wishes) AssertSound(strategy.Description, wish, candle);
        }
    }

    [Theory]
    [MemberData(nameof(WhereThePastFades))]
    public void A_start_in_between_changes_nothing(string code, string market)
    {
        var candles = StrategyMarkets.Make(market, Count, Seed);
        var unbroken = new StrategyUnderTest(code);
        var window = Math.Max(1_000, 10 * unbroken.Needed);
        var random = new Random(Seed);
        var cuts = Enumerable.Range(0, 4).Select(_ => random.Next(window, candles.Length - 100)).Append(window).ToHashSet();
        var started = new List<(int Cut, StrategyUnderTest Strategy)>();
        var book = new WishBook(unbroken.MinConfidence);

        for (var i = 0; i < candles.Length; i++)
        {
            if (cuts.Contains(i)) started.Add((i, Warmed(code, candles, i, window)));
            book.Begin(candles[i]);
            var wishes = unbroken.Close(candles[i], book.Book).ToArray();
            foreach (var (cut, strategy) in started)
                AssertSame(wishes, strategy.Close(candles[i], book.Book), $"{code}, {market}, seed {Seed}, started at {cut}, candle {i}");
            book.Take(candles[i], wishes);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void It_allocates_nothing_once_it_is_warm(string code)
    {
        var candles = StrategyMarkets.Make("simulated", Count, Seed);
        var strategy = new StrategyUnderTest(code);
        Run(strategy, candles);

        var allocated = Allocation.Least(round => Run(strategy, candles.AsSpan(Allocation.PartOf(Count, round))));

        Assert.Equal(0, allocated);
    }

    [Theory]
    [InlineData("random")]
    [InlineData("gaps")]
    [InlineData("simulated")]
    public void It_does_in_a_mirrored_market_the_opposite(string market)
    {
        var candles = StrategyMarkets.Make(market, Count, Seed);
        var around = candles.Max(candle => candle.High);
        foreach (var code in Codes)
        {
            var (upright, mirrored) = (new StrategyUnderTest(code), new StrategyUnderTest(code));
            var (book, mirroredBook) = (new WishBook(0), new WishBook(0));
            for (var i = 0; i < candles.Length; i++)
            {
                var mirror = StrategyMarkets.Mirror(candles[i], around);
                book.Begin(candles[i]);
                mirroredBook.Begin(mirror);
                var wishes = upright.Close(candles[i], book.Book).ToArray();
                var opposite = mirrored.Close(mirror, mirroredBook.Book);
                if (i < StrategyMarkets.Minutes) continue; // SuperTrend begins falling and needs a turn to forget it.
                AssertOpposite(wishes, opposite, around, $"{code}, {market}, seed {Seed}, candle {i}");
                book.Take(candles[i], wishes);
                mirroredBook.Take(mirror, opposite);
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Looking_at_a_forming_candle_leaves_no_trace_and_never_enters(string code)
    {
        var (looking, alone) = (new StrategyUnderTest(code), new StrategyUnderTest(code));
        var book = new WishBook(alone.MinConfidence);

        foreach (var candle in StrategyMarkets.Make("simulated", Count, Seed))
        {
            foreach (var price in (double[])[candle.Open, candle.High, candle.Low])
            {
                foreach (ref readonly var wish in looking.Form(candle with { Close = price }, book.Book))
                    Assert.True(wish.Kind is WishKind.Exit or WishKind.Protect, $"{code} wishes {wish.Kind} while a candle forms");
            }

            book.Begin(candle);
            var wishes = alone.Close(candle, book.Book).ToArray();
            AssertSame(wishes, looking.Close(candle, book.Book), code);
            book.Take(candle, wishes);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_a_copy_wishes_is_what_it_wishes_and_leaves_no_trace(string code)
    {
        var (asked, alone) = (new StrategyUnderTest(code), new StrategyUnderTest(code));
        var book = new WishBook(alone.MinConfidence);

        foreach (var candle in StrategyMarkets.Make("simulated", Count, Seed))
        {
            book.Begin(candle);
            asked.Evaluate(candle with { Close = candle.High }, book.Book);
            asked.Evaluate(candle with { Close = candle.Low }, book.Book);
            var evaluated = asked.Evaluate(candle, book.Book);
            var wishes = alone.Close(candle, book.Book).ToArray();
            AssertSame(wishes, evaluated, code);
            AssertSame(wishes, asked.Close(candle, book.Book), code);
            book.Take(candle, wishes);
        }
    }

    private static StrategyUnderTest Warmed(string code, CandleValues[] candles, int cut, int window)
    {
        var from = Array.FindLastIndex(candles, cut - window, candle => candle.Start == candle.SessionOpen);
        var strategy = new StrategyUnderTest(code);
        for (var i = from; i < cut; i++) strategy.Close(candles[i]);
        return strategy;
    }

    private static void Run(StrategyUnderTest strategy, ReadOnlySpan<CandleValues> candles)
    {
        foreach (ref readonly var candle in candles)
        {
            strategy.Close(candle);
            strategy.Close(candle, new StrategyBook { Way = 1, EntryPrice = candle.Open });
            strategy.Form(candle, new StrategyBook { Way = -1, EntryPrice = candle.Open });
        }
    }

    private static void AssertSound(StrategyDescription description, in Wish wish, in CandleValues candle)
    {
        Assert.InRange(wish.Confidence, 0, 1);
        Assert.InRange(wish.Reason, 0, description.Reasons.Count - 1);
        Assert.All(wish.Values[..].ToArray(), value => Assert.True(double.IsFinite(value)));
        Assert.All((double[])[wish.Stop, wish.Target, wish.Trail], price => Assert.True(double.IsFinite(price)));
        var way = wish.Side.Sign();
        if (wish.Stop > 0) Assert.True((candle.Close - wish.Stop) * way > 0, $"a stop of {wish.Stop} at {candle.Close}, way {way}");
        if (wish.Target > 0) Assert.True((wish.Target - candle.Close) * way > 0, $"a target of {wish.Target} at {candle.Close}, way {way}");
        Assert.DoesNotContain('{', Words(description.Reasons[wish.Reason], wish));
    }

    private static string Words(string reason, Wish wish) => Place().Replace(reason, place =>
        wish.Values[int.Parse(place.Groups[1].ValueSpan, CultureInfo.InvariantCulture)].ToString(CultureInfo.InvariantCulture));

    private static void AssertSame(ReadOnlySpan<Wish> expected, ReadOnlySpan<Wish> actual, string where)
    {
        Assert.True(expected.Length == actual.Length, $"{where}: {actual.Length} wishes, expected {expected.Length}");
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal((expected[i].Kind, expected[i].Side, expected[i].Reason), (actual[i].Kind, actual[i].Side, actual[i].Reason));
            AssertClose(expected[i].Confidence, actual[i].Confidence, where);
            AssertClose(expected[i].Stop, actual[i].Stop, where);
            AssertClose(expected[i].Target, actual[i].Target, where);
            AssertClose(expected[i].Trail, actual[i].Trail, where);
            for (var value = 0; value < WishValues.Most; value++) AssertClose(expected[i].Values[value], actual[i].Values[value], where);
        }
    }

    /// <summary>Not how sure it is: a gap in percent of the price is another one in a mirrored market.</summary>
    private static void AssertOpposite(ReadOnlySpan<Wish> wishes, ReadOnlySpan<Wish> opposite, double around, string where)
    {
        Assert.True(wishes.Length == opposite.Length, $"{where}: {opposite.Length} wishes, expected {wishes.Length}");
        for (var i = 0; i < wishes.Length; i++)
        {
            Assert.Equal((wishes[i].Kind, wishes[i].Side.Opposite()), (opposite[i].Kind, opposite[i].Side));
            if (wishes[i].Stop != 0) AssertClose((2 * around) - wishes[i].Stop, opposite[i].Stop, where);
            if (wishes[i].Target != 0) AssertClose((2 * around) - wishes[i].Target, opposite[i].Target, where);
            AssertClose(wishes[i].Trail, opposite[i].Trail, where);
        }
    }

    private static void AssertClose(double expected, double actual, string where) =>
        Assert.True(Math.Abs(expected - actual) <= Same * Math.Max(1, Math.Abs(expected)), $"{where}: {actual}, expected {expected}");

    [GeneratedRegex(@"\{(\d)\}")]
    private static partial Regex Place();
}
