namespace TradingDesk.Engine.Strategies.Catalogue;

/// <summary>Every strategy the desk knows, by code; a new one is its file, a line here and its golden run.</summary>
internal static class StrategyCatalog
{
    public static IReadOnlyList<StrategyDescription> All { get; } =
    [
        BollingerSqueeze.Description,
        MaCrossover.Description,
        OpeningRange.Description,
        RsiReversal.Description,
        Scalper.Description,
        VwapReversion.Description,
    ];

    public static StrategyDescription? Find(ReadOnlySpan<char> code)
    {
        foreach (var description in All)
        {
            if (code.Equals(description.Code, StringComparison.OrdinalIgnoreCase)) return description;
        }

        return null;
    }
}
