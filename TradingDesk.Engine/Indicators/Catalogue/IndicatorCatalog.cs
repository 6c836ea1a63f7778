namespace TradingDesk.Engine.Indicators.Catalogue;

/// <summary>Every indicator the desk knows, by code; a new one is its file and a line here.</summary>
internal static class IndicatorCatalog
{
    public static IReadOnlyList<IndicatorDescription> All { get; } =
    [
        Ema.Description,
        Rsi.Description,
        Sma.Description,
        SuperTrend.Description,
    ];

    public static IndicatorDescription? Find(ReadOnlySpan<char> code)
    {
        foreach (var description in All)
        {
            if (code.Equals(description.Code, StringComparison.OrdinalIgnoreCase)) return description;
        }

        return null;
    }
}
