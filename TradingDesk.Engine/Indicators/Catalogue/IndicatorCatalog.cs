namespace TradingDesk.Engine.Indicators.Catalogue;

/// <summary>Every indicator the desk knows, by code; a new one is its file and a line here.</summary>
internal static class IndicatorCatalog
{
    public static IReadOnlyList<IndicatorDescription> All { get; } =
    [
        Adx.Description,
        Donchian.Description,
        Ema.Description,
        Ichimoku.Description,
        Mfi.Description,
        Psar.Description,
        Rsi.Description,
        Sma.Description,
        Stoch.Description,
        StochRsi.Description,
        SuperTrend.Description,
        Willr.Description,
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
