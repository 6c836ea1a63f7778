using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Strategies;

/// <summary>When a market stands still: what indicators say then is the last digits of a movement long past.</summary>
internal static class Stillness
{
    /// <summary>Rupees: on average a candle spans less than the smallest step a price can make.</summary>
    private const double Range = 1.0 / Price.Scale;

    public static bool Is(double averageRange) => averageRange < Range;
}
