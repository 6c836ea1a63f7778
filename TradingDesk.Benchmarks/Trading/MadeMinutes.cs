using TradingDesk.Engine.Primitives;

namespace TradingDesk.Benchmarks.Trading;

/// <summary>Minutes of one made-up future around the clock, one price each, the same for the same seed.</summary>
internal static class MadeMinutes
{
    public const int Seed = 23;
    public const int Lot = 65;

    /// <summary>The step of prices, in paise.</summary>
    public const int TickPaise = 10;

    private const int StepsMost = 60;
    private const long Least = 5_00_000;
    private const long First = 25_00_000;

    /// <summary>Midnight in India; from this day on the rates of futures have not changed.</summary>
    public static Instant Open { get; } = Instant.FromIndiaMidnight(new DateOnly(2026, 4, 1));

    public static Price[] Make(int count)
    {
        var random = new Random(Seed);
        var prices = new Price[count];
        var paise = First;
        for (var minute = 0; minute < count; minute++)
        {
            paise = Math.Max(Least, paise + (TickPaise * random.Next(-StepsMost, StepsMost + 1)));
            prices[minute] = Price.FromPaise(paise);
        }

        return prices;
    }
}
