namespace TradingDesk.Engine.Indicators.Catalogue;

/// <summary>Every indicator the desk knows, by code; a new one is its file and a line here.</summary>
internal static class IndicatorCatalog
{
    public static IReadOnlyList<IndicatorDescription> All { get; } =
    [
        Adx.Description,
        Atr.Description,
        Bbands.Description,
        Cci.Description,
        Dema.Description,
        Donchian.Description,
        Ema.Description,
        Hma.Description,
        Ichimoku.Description,
        Keltner.Description,
        Macd.Description,
        Mfi.Description,
        Obv.Description,
        Psar.Description,
        Roc.Description,
        Rsi.Description,
        Sma.Description,
        Stoch.Description,
        StochRsi.Description,
        SuperTrend.Description,
        Tema.Description,
        Vwap.Description,
        Willr.Description,
        Wma.Description,
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
