using TradingDesk.Engine.Market;
using TradingDesk.Tests.Engine.Feeds.Simulated;
using TradingDesk.Tests.Engine.Indicators;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Strategies;

/// <summary>Minutes in sessions of an exchange's length: every shape an indicator must survive, and the simulated market.</summary>
internal static class StrategyMarkets
{
    public const int Minutes = 375;

    private const string Simulated = "simulated";
    private const long FirstOpen = 1_700_000_100;

    /// <summary>A shape's own sessions begin in the middle of one, which no warm-up does.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. CandleShapes.Names.Where(name => name != "sessions"), Simulated];

    /// <summary>
    /// Markets whose past fades. Prices that leap at random between bounds never cross a SuperTrend, which then remembers for ever.
    /// </summary>
    public static IEnumerable<string> Fading => Names.Where(name => name is not ("huge" or "tiny"));

    public static CandleValues[] Make(string name, int count, int seed) =>
        name == Simulated ? [.. OfSimulation("RELIANCE", (ulong)seed, (count / Minutes) + 1).Take(count)] : OfShape(name, count, seed);

    /// <summary>The minutes of some weekdays of a simulated instrument.</summary>
    public static IEnumerable<CandleValues> OfSimulation(string instrument, ulong seed, int sessions)
    {
        var world = new SimulatedWorld(seed, TestCalendars.Weekdays);
        var id = world.Id(instrument);
        var day = SimulatedWorld.At("2026-10-05T09:15:00");
        for (var session = 0; session < sessions; session++)
        {
            var open = day.PlusSeconds(86_400L * (session + (session / 5 * 2)));
            for (var minute = 0; minute < Minutes; minute++)
            {
                var candle = world.Market.MinuteOf(id, open.PlusSeconds(60 * minute));
                if (!candle.IsEmpty) yield return candle.ToValues(open);
            }
        }
    }

    /// <summary>The candle with up and down exchanged around a price, in prices as exact as the market's.</summary>
    public static CandleValues Mirror(in CandleValues candle, double around) => candle with
    {
        Open = Mirror(candle.Open, around),
        High = Mirror(candle.Low, around),
        Low = Mirror(candle.High, around),
        Close = Mirror(candle.Close, around),
    };

    private static double Mirror(double price, double around) => Math.Round((2 * around) - price, 4);

    private static CandleValues[] OfShape(string shape, int count, int seed)
    {
        var candles = CandleShapes.Make(shape, count, seed);
        for (var i = 0; i < count; i++)
        {
            var (session, minute) = Math.DivRem(i, Minutes);
            var open = FirstOpen + (86_400L * session);
            candles[i] = candles[i] with { SessionOpen = open, Start = open + (60 * minute) };
        }

        return candles;
    }
}
