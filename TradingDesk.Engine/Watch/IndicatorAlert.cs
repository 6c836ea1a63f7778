using System.Globalization;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Watch;

/// <summary>
/// A column of an instrument's indicators on a timeframe against a number, another column or the price, looked at when a candle closes.
/// </summary>
internal sealed record IndicatorAlert(string Column, Instrument Instrument, string Name, Timeframe Timeframe, AlertComparison How)
    : AlertRule
{
    public const string PriceWord = "price";

    /// <summary>The number it is compared with; null for a column or the price.</summary>
    public decimal? Number { get; init; }

    /// <summary>The column it is compared with; empty for a number or the price.</summary>
    public string Other { get; init; } = "";

    public override AlertComparison Comparison => How;

    public override string ToText() => string.Create(
        CultureInfo.InvariantCulture, $"{Column} of {Name} on {Timeframe.Label} {WordOf(How)} {Level}");

    private string Level => Number is { } number ? number.ToString(CultureInfo.InvariantCulture) : Other.Length > 0 ? Other : PriceWord;

    /// <param name="value">The column's value; NaN until ready.</param>
    /// <param name="other">The other column's value, where there is one.</param>
    /// <param name="price">The close of the candle; 0 for none.</param>
    public AlertReading Read(double value, double other, Price price)
    {
        var level = Number is { } number ? (double)number : Other.Length > 0 ? other : RupeesOf(price);
        return AlertReading.Of(value, level) with { Price = price };
    }

    private static double RupeesOf(Price price) => price == default ? double.NaN : (double)price.Rupees;
}
