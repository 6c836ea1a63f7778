using System.Diagnostics;
using System.Globalization;
using TradingDesk.Benchmarks.Reference;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Benchmarks.Trading;

/// <summary>
/// The goal `backtest`: a year of minutes through the engine's own path - candle, indicator, gate, order, paper fill, charges - against
/// the reference loop, with equal trades and an equal result to the paisa.
/// </summary>
internal static class BacktestGoal
{
    private const int Minutes = 470_000;
    private const int Fast = 50;
    private const int Slow = 200;
    private const int RoundsMeasured = 9;
    private const double Target = 15;

    public static IEnumerable<GoalResult> Run()
    {
        var prices = MadeMinutes.Make(Minutes);
        var (desk, reference) = (new BacktestDesk(Fast, Slow), new BacktestReference(prices, Fast, Slow));
        desk.Run(prices);
        reference.Run();
        if (Difference(desk, reference) is { } difference)
        {
            yield return GoalResult.NotMeasured("backtest", Target, atMost: true, difference);
            yield break;
        }

        var times = Rounds.Compare(() => TimeDesk(prices), () => TimeReference(prices), RoundsMeasured);
        var detail = string.Create(CultureInfo.InvariantCulture,
            $"{times.Describe(Minutes, "candle")}; EMA({Fast}) over EMA({Slow}), {desk.Trades.Count} trades and a net of {desk.Net:0.00} "
            + $"as in the reference");
        yield return new GoalResult("backtest", times.WorseRatio, Target, AtMost: true, detail);
    }

    private static double TimeDesk(Price[] prices)
    {
        var desk = new BacktestDesk(Fast, Slow);
        var start = Stopwatch.GetTimestamp();
        desk.Run(prices);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    private static double TimeReference(Price[] prices)
    {
        var reference = new BacktestReference(prices, Fast, Slow);
        var start = Stopwatch.GetTimestamp();
        reference.Run();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    /// <summary>A sentence on what differs first, or null.</summary>
    private static string? Difference(BacktestDesk desk, BacktestReference reference)
    {
        if (desk.Candles < Minutes - 1) return $"{desk.Candles} candles of {Minutes} were closed";
        for (var trade = 0; trade < Math.Min(desk.Trades.Count, reference.Trades.Count); trade++)
        {
            if (desk.Trades[trade] != reference.Trades[trade])
                return $"trade {trade} is {desk.Trades[trade]}, in the reference {reference.Trades[trade]}";
        }

        if (desk.Trades.Count != reference.Trades.Count) return $"{desk.Trades.Count} trades, in the reference {reference.Trades.Count}";
        return desk.Net == reference.Net
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"the net is {desk.Net}, in the reference {reference.Net}");
    }
}
