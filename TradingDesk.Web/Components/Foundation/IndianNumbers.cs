using System.Globalization;
using System.Text.RegularExpressions;

namespace TradingDesk.Web.Components.Foundation;

/// <summary>Numbers as a trader in India reads them: 12,34,567.89, the sign first as a true minus, never "-0.00" and never "NaN".</summary>
public static partial class IndianNumbers
{
    /// <summary>Stands where there is no number.</summary>
    public const string Nothing = "–";

    // Written by hand: the desk runs in invariant mode, where no culture of India exists.
    private static readonly NumberFormatInfo _format = new()
    {
        NumberGroupSizes = [3, 2],
        NumberGroupSeparator = ",",
        NumberDecimalSeparator = ".",
        NegativeSign = "\u2212",
        NumberNegativePattern = 1,
    };

    public static string Plain(decimal? value, int places = 2) => value is { } number ? Text(number, places) : Nothing;

    public static string Whole(long? value) => Plain(value, 0);

    /// <summary>With a plus before gains; zero has no sign.</summary>
    public static string WithSign(decimal? value, int places = 2) =>
        value is { } number ? Sign(number, places) + Text(Math.Abs(number), places) : Nothing;

    /// <summary>An amount with its sign before the rupee: +₹42,282.75.</summary>
    public static string SignedRupees(decimal? value) =>
        value is { } number ? $"{Sign(number, 2)}₹{Text(Math.Abs(number), 2)}" : Nothing;

    public static string Rupees(decimal? value) => value is { } number
        ? $"{(Rounded(number, 2) < 0 ? _format.NegativeSign : "")}₹{Text(Math.Abs(number), 2)}"
        : Nothing;

    /// <summary>Hundredths of a percent as a signed percentage: 22 is +0.22%.</summary>
    public static string Percent(long? basisPoints) => basisPoints is { } points ? WithSign(points / 100m) + "%" : Nothing;

    /// <summary>A sentence whose plain numbers are grouped; what belongs to a name or a key stays as it is.</summary>
    public static string Within(string sentence) => PlainNumber().Replace(sentence, found =>
    {
        var point = found.Value.IndexOf('.', StringComparison.Ordinal);
        return Text(decimal.Parse(found.Value, CultureInfo.InvariantCulture), point < 0 ? 0 : found.Length - point - 1);
    });

    [GeneratedRegex(@"(?<![\w:.,-])-?[0-9]{4,15}(?:\.[0-9]{1,4})?(?![\w:.,-])")]
    private static partial Regex PlainNumber();

    private static string Sign(decimal value, int places) => Math.Sign(Rounded(value, places)) switch
    {
        > 0 => "+",
        < 0 => _format.NegativeSign,
        _ => "",
    };

    private static string Text(decimal value, int places) =>
        Rounded(value, places).ToString(string.Create(CultureInfo.InvariantCulture, $"N{places}"), _format);

    private static decimal Rounded(decimal value, int places) => decimal.Round(value, places, MidpointRounding.AwayFromZero);
}
