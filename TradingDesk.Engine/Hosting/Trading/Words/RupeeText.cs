using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Hosting.Trading.Words;

/// <summary>Money, prices and units as a trader in India writes them: ₹12,34,567.89.</summary>
internal static class RupeeText
{
    private const string Minus = "\u2212";

    private static readonly NumberFormatInfo _indian = new() { NumberGroupSizes = [3, 2] };

    public static string Of(Quantity quantity) => quantity.Units.ToString("N0", _indian);

    /// <summary>Two places, or four where the price has quarter paise.</summary>
    public static string Of(Price price) => Of(price.Rupees, price.Scaled % 100 == 0);

    public static string Of(Money money) => Of(money.Rupees, money.Scaled % 100 == 0);

    private static string Of(decimal rupees, bool isWholePaise) =>
        $"{(rupees < 0 ? Minus : "")}₹{decimal.Abs(rupees).ToString(isWholePaise ? "N2" : "N4", _indian)}";
}
