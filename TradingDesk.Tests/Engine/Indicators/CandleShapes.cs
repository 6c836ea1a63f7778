using TradingDesk.Engine.Market;

namespace TradingDesk.Tests.Engine.Indicators;

/// <summary>Candle series by shape and seed: the markets an indicator must survive.</summary>
internal static class CandleShapes
{
    /// <summary>The largest price the desk takes in, in rupees.</summary>
    private const double Huge = 1e8;

    public static IReadOnlyList<string> Names { get; } =
        ["random", "rising", "falling", "flat", "huge", "tiny", "alternating", "spike", "gaps", "moved then flat", "sessions", "no volume"];

    public static CandleValues[] Make(string shape, int count, int seed)
    {
        var random = new Random(seed);
        var candles = new CandleValues[count];
        var close = shape switch { "huge" => Huge, "tiny" => 0.0001, _ => 100.0 };
        for (var i = 0; i < count; i++)
        {
            var open = close;
            close = Close(shape, i, count, open, random);
            var reach = shape is "flat" || open == close ? 0 : Math.Round(Math.Abs(close - open) * random.NextDouble(), 4);
            var (high, low) = (Math.Round(Math.Max(open, close) + reach, 4), Math.Round(Math.Min(open, close) - (reach * 0.5), 4));
            var volume = shape is "no volume" || (shape is "sessions" && random.Next(3) == 0) ? 0 : random.Next(1_000);
            var (start, sessionOpen) = Times(shape, i);
            candles[i] = new CandleValues(open, high, low, close, volume) { Start = start, SessionOpen = sessionOpen };
        }

        return candles;
    }

    /// <summary>Minutes of one endless session; or of sessions of 75 minutes a day, the first of them seen from its middle on.</summary>
    private static (long Start, long SessionOpen) Times(string shape, int at)
    {
        if (shape is not "sessions") return (60 * at, 0);
        const int Minutes = 75;
        var (session, minute) = Math.DivRem(at + (Minutes / 2), Minutes);
        return ((86_400L * session) + (60 * minute), 86_400L * session);
    }

    /// <summary>Rounded to a ten-thousandth, as prices are.</summary>
    private static double Close(string shape, int at, int count, double last, Random random) => Math.Round(
        shape switch
        {
            "rising" => last + 0.05 + random.NextDouble(),
            "falling" => Math.Max(0.0001, last * (1 - (0.01 * random.NextDouble()))),
            "flat" => last,
            "huge" => Huge * (0.5 + (0.5 * random.NextDouble())),
            "tiny" => 0.0001 * random.Next(1, 4),
            "alternating" => at % 2 == 0 ? 101 : 99,
            "spike" => at == count / 3 ? Huge : 1 + random.NextDouble(),
            "gaps" => at % 50 == 0 ? last * (0.5 + random.NextDouble()) : last * (1 + (0.002 * (random.NextDouble() - 0.5))),
            "moved then flat" => at < count / 4 ? last + random.NextDouble() - 0.5 : last,
            _ => Math.Max(1, last + random.NextDouble() - 0.5),
        },
        4);
}
