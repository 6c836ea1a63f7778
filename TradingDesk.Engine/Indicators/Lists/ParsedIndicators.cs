namespace TradingDesk.Engine.Indicators.Lists;

/// <summary>A list of indicators as read from text: the good entries, and per bad one a sentence with what is allowed.</summary>
internal sealed record ParsedIndicators(IReadOnlyList<IndicatorSpec> Specs, IReadOnlyList<string> Errors)
{
    public bool IsGood => Errors.Count == 0;
}
