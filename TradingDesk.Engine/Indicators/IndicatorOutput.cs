namespace TradingDesk.Engine.Indicators;

/// <summary>One of the values an indicator gives: its name and how a chart shows it.</summary>
/// <param name="Name">Stands after the specification in the column's name where there are several.</param>
/// <param name="Look">How a chart shows it.</param>
/// <param name="DrawnBackBy">The parameter that says by how many candles a chart draws it back; null where it stands at its candle.</param>
internal sealed record IndicatorOutput(string Name, OutputLook Look = OutputLook.Line, string? DrawnBackBy = null);

/// <summary>How a chart shows an output.</summary>
internal enum OutputLook : byte
{
    Line = 1,
    Histogram = 2,
    Dots = 3,

    /// <summary>Not drawn: its sign colours the other output.</summary>
    Colour = 4,
}
