using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Runs;

/// <summary>How much a run buys: a number of lots, what a part of its capital pays for, or what risks a part of it at the stop.</summary>
/// <param name="Kind">What the number counts.</param>
/// <param name="Number">Lots, or percent of the capital.</param>
internal readonly record struct QuantityRule(QuantityKind Kind, decimal Number)
{
    public const string Allowed =
        "lots:1 to lots:10000, capital:1 to capital:100 (percent), or risk:0.1 to risk:10 (percent between entry and stop)";

    private static readonly string[] _words = ["lots", "capital", "risk"];

    public static bool TryParse(string text, out QuantityRule rule)
    {
        rule = default;
        var cut = text.IndexOf(':', StringComparison.Ordinal);
        const NumberStyles Plain = NumberStyles.AllowDecimalPoint;
        if (cut < 0 || !decimal.TryParse(text.AsSpan(cut + 1), Plain, CultureInfo.InvariantCulture, out var number)) return false;
        var kind = Array.IndexOf(_words, text[..cut]) + 1;
        rule = new QuantityRule((QuantityKind)kind, number);
        return rule.Kind switch
        {
            QuantityKind.Lots => number is >= 1 and <= 10_000 && number == decimal.Floor(number),
            QuantityKind.Capital => number is >= 1 and <= 100,
            QuantityKind.Risk => number is >= 0.1m and <= 10,
            _ => false,
        };
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_words[(int)Kind - 1]}:{Number:0.##}");

    /// <summary>Whole lots for the run's whole position.</summary>
    /// <param name="capital">What the run may use.</param>
    /// <param name="perLot">Cash that one lot holds.</param>
    /// <param name="riskPerLot">What one lot loses between entry and stop; 0 without a stop.</param>
    public long LotsOf(Money capital, Money perLot, Money riskPerLot) => Kind switch
    {
        QuantityKind.Lots => (long)Number,
        QuantityKind.Capital => perLot.Scaled <= 0 ? 0 : PartOf(capital) / perLot.Scaled,
        _ => riskPerLot.Scaled <= 0 || perLot.Scaled <= 0
            ? 0
            : Math.Min(PartOf(capital) / riskPerLot.Scaled, capital.Scaled / perLot.Scaled),
    };

    private long PartOf(Money capital) => (long)(capital.Scaled * Number / 100);
}

/// <summary>What a quantity rule counts.</summary>
internal enum QuantityKind : byte
{
    Lots = 1,
    Capital = 2,
    Risk = 3,
}
