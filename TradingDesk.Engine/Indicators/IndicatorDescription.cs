using System.Globalization;

namespace TradingDesk.Engine.Indicators;

/// <summary>What an indicator says of itself: the form, the specification's rules and the chart are made from it.</summary>
internal sealed record IndicatorDescription(
    string Code,
    string Name,
    string Help,
    IReadOnlyList<IndicatorParameter> Parameters,
    IReadOnlyList<string> Outputs,
    IndicatorPane Pane,
    IndicatorFactory Factory);

/// <summary>Where a chart draws an indicator: over the candles or below them.</summary>
internal enum IndicatorPane : byte
{
    Overlay = 1,
    Below = 2,
}
