namespace TradingDesk.Engine.Observation;

/// <summary>The quotes of all instruments in the table's order; a quote that did not change keeps its reference.</summary>
public sealed record QuoteBoard(IReadOnlyList<Quote> All)
{
    public static QuoteBoard Empty { get; } = new([]);
}
