namespace TradingDesk.Engine.Indicators.Parts;

/// <summary>The highest and the lowest of some values.</summary>
internal readonly record struct ValueRange(double High, double Low)
{
    public double Middle => (High + Low) * 0.5;

    public double Width => High - Low;

    /// <summary>Where in the range a value stands, 0 at its low to 100 at its high.</summary>
    public double PercentOf(double value) => 100 * ((value - Low) / Width);
}
