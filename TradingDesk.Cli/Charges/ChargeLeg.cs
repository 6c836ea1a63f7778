using System.Globalization;
using TradingDesk.Cli.CommandLine;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Charges;

/// <summary>One executed order of the calculation, or one exercise.</summary>
/// <param name="Price">What was paid for a unit; of an exercise what a unit was worth.</param>
internal sealed record ChargeLeg(LegKind Kind, Quantity Quantity, Price Price)
{
    private const long UnitsMost = 1_000_000_000;

    /// <summary>Ten thousand crore rupees: above it a figure was mistyped, and sums could not be counted.</summary>
    private static readonly Money _valueMost = Money.FromRupees(100_000_000_000);

    public Money Value => Price * Quantity;

    /// <summary>Reads `BUY:65:25000`; a sentence when it cannot be.</summary>
    public static string TryParse(string text, bool isOption, out ChargeLeg? leg)
    {
        leg = null;
        var cells = text.Split(':');
        if (cells.Length != 3) return Refuse(text, "a side, a quantity and a price are needed, such as BUY:65:25000");
        LegKind? kind = cells[0].ToUpperInvariant() switch
        {
            "BUY" => LegKind.Buy,
            "SELL" => LegKind.Sell,
            "EXERCISE" when isOption => LegKind.Exercise,
            _ => null,
        };
        if (kind is null) return Refuse(text, $"the side must be BUY{(isOption ? ", SELL or EXERCISE" : " or SELL")}");
        if (!long.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out var units) || units is < 1 or > UnitsMost)
            return Refuse(text, "the quantity must be a whole number of units from 1 to 1,000,000,000");
        if (!Price.TryParse(cells[2], out var price) || price.Scaled <= 0)
            return Refuse(text, $"the price must be rupees above 0 and up to {Price.Max}, with at most four places");
        if ((decimal)units * price.Scaled > _valueMost.Scaled) return Refuse(text, "a leg may be worth ten thousand crore rupees at most");
        leg = new ChargeLeg(kind.Value, new Quantity(units), price);
        return "";
    }

    private static string Refuse(string text, string needed) => $"charges: --leg {Echo.Of(text)} cannot be: {needed}.";
}
