namespace TradingDesk.Engine.Indicators.Lists;

/// <summary>Where an indicator of a list has its words and its columns, and how many candles it needs.</summary>
internal readonly struct IndicatorPlace(IIndicator indicator, int word, int column)
{
    public readonly int Word = word;
    public readonly int Column = column;
    public readonly int Outputs = indicator.Outputs;
    public readonly int WarmUp = indicator.WarmUp;
}
