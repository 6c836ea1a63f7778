namespace TradingDesk.Web.Components.Chart;

/// <summary>A line across a chart's candles at a price, with its words.</summary>
/// <param name="Id">By which it is known while it moves.</param>
/// <param name="Kind">`position`, `order`, `trigger`, `stop` or `target`: how it is dashed.</param>
/// <param name="Price">In rupees.</param>
/// <param name="Text">What stands before the price on its tag.</param>
/// <param name="Tone">`up`, `down`, `accent` or `warn`.</param>
/// <param name="Tick">The step by which a person moves it, in rupees; 0 where it cannot be moved.</param>
public sealed record ChartLine(string Id, string Kind, decimal Price, string Text, string Tone, decimal Tick)
{
    internal object[] ToArray() => [Id, Kind, Price, Text, Tone, Tick];
}
