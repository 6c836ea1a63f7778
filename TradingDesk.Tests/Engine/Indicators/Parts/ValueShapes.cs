namespace TradingDesk.Tests.Engine.Indicators.Parts;

/// <summary>Series of values by shape and seed, of at most four decimals as prices have.</summary>
internal static class ValueShapes
{
    public static IReadOnlyList<string> Names { get; } = ["random", "rising", "falling", "equal", "saw", "spikes"];

    public static double[] Make(string shape, int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => Math.Round(At(shape, i, count, random), 4))];
    }

    private static double At(string shape, int at, int count, Random random) => shape switch
    {
        "rising" => -5 + (0.25 * at),
        "falling" => 0.25 * (count - at),
        "equal" => 100.05,
        "saw" => at % 7,
        "spikes" => random.Next(20) == 0 ? 1e8 * random.NextDouble() : random.NextDouble(),
        _ => 100 * (random.NextDouble() - 0.5),
    };
}
