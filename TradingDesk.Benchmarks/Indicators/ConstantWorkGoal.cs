using System.Diagnostics;
using System.Globalization;
using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Catalogue;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Market;

namespace TradingDesk.Benchmarks.Indicators;

/// <summary>
/// The goal `o1`: every indicator with periods ten times as long against its short ones, on four kinds of market, by the mean and by the
/// dearest single update; and `peek-all`: a peek of each against its own update and reading.
/// </summary>
internal static class ConstantWorkGoal
{
    private const double Target = 1.3;
    private const double PeekTarget = 1.2;
    private const int Warm = 12_000;
    private const int Measured = 4_000;
    private const int Rounds = 15;
    private const int Passes = 40;

    /// <summary>A quarter of a megabyte.</summary>
    private const int NearWords = 32_768;
    private const int UpdatesTimed = 600;
    private const int WarmForDearest = 1_500;

    /// <summary>The mean deviation is over the period by definition; its help says that the work grows with it.</summary>
    private const string Exempt = "CCI";

    /// <summary>Code, short periods and the same ten times as long; multipliers stay.</summary>
    private static readonly (string Code, string Short, string Long)[] _pairs =
    [
        .. new[] { "ADX", "ATR", "CCI", "DEMA", "DONCHIAN", "EMA", "HMA", "MFI", "ROC", "RSI", "SMA", "TEMA", "WILLR", "WMA" }
            .Select(code => (code, $"{code}:20", $"{code}:200")),
        ("BBANDS", "BBANDS:20:2", "BBANDS:200:2"),
        ("ICHIMOKU", "ICHIMOKU:9:26:52", "ICHIMOKU:90:260:520"),
        ("KELTNER", "KELTNER:20:10:2", "KELTNER:200:100:2"),
        ("MACD", "MACD:12:26:9", "MACD:120:260:90"),
        ("STOCH", "STOCH:20:3:3", "STOCH:200:30:30"),
        ("STOCHRSI", "STOCHRSI:20:20:3:3", "STOCHRSI:200:200:30:30"),
        ("SUPERTREND", "SUPERTREND:20:3", "SUPERTREND:200:3"),
    ];

    private static readonly TimeSpan _settling = TimeSpan.FromMilliseconds(500);

    private static readonly string[] _markets = ["random", "rising", "falling", "flat"];

    public static IEnumerable<GoalResult> Run()
    {
        var missing = IndicatorCatalog.All
            .Where(known => known.Parameters.Any(number => number.Whole) && _pairs.All(pair => pair.Code != known.Code));
        if (missing.FirstOrDefault() is { } forgotten)
            return [GoalResult.NotMeasured("o1", Target, atMost: true, $"{forgotten.Code} has no pair of periods")];
        var candles = Make("random");
        foreach (var known in IndicatorCatalog.All) Settle(known.Code, candles);
        return [Worst("o1", MeanOf, Rounds), Worst("o1-worst", DearestOf, rounds: 3), Peeks(candles)];
    }

    /// <summary>Runs one indicator's code until the compiler has replaced it by its fastest form.</summary>
    private static void Settle(string code, CandleValues[] candles)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < _settling)
        {
            MeanOf(code, candles);
            TimePeeks(code, candles);
        }
    }

    private static GoalResult Worst(string id, Func<string, CandleValues[], double> costOf, int rounds)
    {
        var ratios = from market in _markets
                     let candles = Make(market)
                     from pair in _pairs
                     select (Name: $"{pair.Code} {market}", pair.Code, Ratio: RatioOf(pair, candles, costOf, rounds));
        var all = ratios.OrderByDescending(entry => entry.Ratio).ToList();
        var counted = all.First(entry => entry.Code != Exempt);
        var exempt = all.First(entry => entry.Code == Exempt);
        var detail = string.Create(CultureInfo.InvariantCulture,
            $"{all.Count} pairs, worst {string.Join(", ", all.Where(e => e.Code != Exempt).Take(3).Select(e => Show(e.Name, e.Ratio)))}; ")
            + $"{Show(exempt.Name, exempt.Ratio)} grows with its period by definition and is not counted";
        return new GoalResult(id, counted.Ratio, Target, AtMost: true, detail);
    }

    /// <summary>The median over rounds of long against short, measured in turn.</summary>
    private static double RatioOf(
        (string Code, string Short, string Long) pair, CandleValues[] candles, Func<string, CandleValues[], double> costOf, int rounds)
    {
        var ratios = Enumerable.Range(0, rounds).Select(_ => costOf(pair.Long, candles) / costOf(pair.Short, candles));
        return ratios.Order().ElementAt(rounds / 2);
    }

    private static string Show(string name, double ratio) => string.Create(CultureInfo.InvariantCulture, $"{name} {ratio:0.00}x");

    private static double MeanOf(string spec, CandleValues[] candles)
    {
        var (set, values) = WarmSet(spec, candles, Warm);
        var start = Stopwatch.GetTimestamp();
        for (var i = Warm; i < candles.Length; i++)
        {
            set.Update(candles[i]);
            set.Read(values);
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    /// <summary>
    /// The dearest of all updates: one is shorter than the clock can tell, so each is done by a number of equal sets in turn, as many as
    /// stay near the processor; and the faster half of many passes over the same candles is averaged, for what is left of a slow update
    /// is the algorithm's.
    /// </summary>
    private static double DearestOf(string spec, CandleValues[] candles)
    {
        var warm = WarmSet(spec, candles, WarmForDearest).Set;
        var words = new long[warm.StateWords];
        var writer = new StateWriter(words);
        warm.Save(ref writer);
        var sets = Enumerable.Range(0, Math.Clamp(NearWords / words.Length, 8, 64)).Select(_ => new IndicatorSet(warm.List)).ToArray();
        var values = new double[warm.Columns];
        var times = new double[UpdatesTimed][];
        for (var i = 0; i < UpdatesTimed; i++) times[i] = new double[Passes];
        for (var pass = 0; pass < Passes; pass++)
        {
            foreach (var set in sets)
            {
                var reader = new StateReader(words);
                set.Restore(ref reader);
            }

            for (var i = 0; i < UpdatesTimed; i++) times[i][pass] = TimeOne(sets, candles[WarmForDearest + i], values);
        }

        return times.Max(update => update.Order().Take(Passes / 2).Average()) / sets.Length;
    }

    private static double TimeOne(IndicatorSet[] sets, in CandleValues candle, double[] values)
    {
        var start = Stopwatch.GetTimestamp();
        foreach (var set in sets)
        {
            set.Update(candle);
            set.Read(values);
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    private static GoalResult Peeks(CandleValues[] candles)
    {
        var ratios = IndicatorCatalog.All.Select(known => (known.Code, Ratio: PeekRatio(known.Code, candles)))
            .OrderByDescending(entry => entry.Ratio).ToList();
        var detail = $"{ratios.Count} indicators, dearest {string.Join(", ", ratios.Take(3).Select(e => Show(e.Code, e.Ratio)))}";
        return new GoalResult("peek-all", ratios[0].Ratio, PeekTarget, AtMost: true, detail);
    }

    private static double PeekRatio(string spec, CandleValues[] candles)
    {
        var ratios = Enumerable.Range(0, Rounds + 1).Select(_ => TimePeeks(spec, candles) / MeanOf(spec, candles)).Skip(1);
        return ratios.Order().ElementAt(Rounds / 2);
    }

    private static double TimePeeks(string spec, CandleValues[] candles)
    {
        var (set, values) = WarmSet(spec, candles, Warm);
        var start = Stopwatch.GetTimestamp();
        for (var i = Warm; i < candles.Length; i++) set.Peek(candles[i], values);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    private static (IndicatorSet Set, double[] Values) WarmSet(string spec, CandleValues[] candles, int count)
    {
        var set = new IndicatorSet(new IndicatorList(IndicatorSpecs.Parse(spec).Specs));
        for (var i = 0; i < count; i++) set.Update(candles[i]);
        return (set, new double[set.Columns]);
    }

    private static CandleValues[] Make(string market)
    {
        var random = new Random(17);
        var close = 500.0;
        var candles = new CandleValues[Warm + Measured];
        for (var i = 0; i < candles.Length; i++)
        {
            var drawn = Candles.After(ref close, random);
            var price = market switch { "rising" => 500 + (i * 0.05), "falling" => 5_000 - (i * 0.05), _ => 500.0 };
            candles[i] = market == "random" ? drawn : new CandleValues(price, price, price, price, drawn.Volume);
        }

        return candles;
    }
}
