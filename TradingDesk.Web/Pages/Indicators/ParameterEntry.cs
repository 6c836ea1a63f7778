using System.Globalization;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Pages.Indicators;

/// <summary>One parameter of an indicator as a person types it: the text, the number it means, or what is wrong with it.</summary>
public sealed record ParameterEntry(IndicatorNumber Parameter, string Text)
{
    private const NumberStyles Plain =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    public string Label => char.ToUpperInvariant(Parameter.Name[0]) + Parameter.Name[1..];

    /// <summary>The number, null while there is a problem.</summary>
    public double? Number => Problem is null ? Typed : null;

    /// <summary>What may be typed: `1 to 5,000, whole`.</summary>
    public string Allowed => $"{Written(Parameter.Least)} to {Written(Parameter.Most)}{(Parameter.Whole ? ", whole" : "")}";

    /// <summary>The default as it is written in a specification.</summary>
    public string Default => Parameter.Default.ToString(CultureInfo.InvariantCulture);

    /// <summary>A sentence that names the field and what is allowed, or null when all is well.</summary>
    public string? Problem => Typed switch
    {
        null when Text.Trim().Length == 0 => $"{Label} is empty; allowed is {Allowed}.",
        null => $"{Label}: “{Text.Trim()}” is no number; allowed is {Allowed}.",
        { } number when number < Parameter.Least => $"{Label} {Text.Trim()} is too small; allowed is {Allowed}.",
        { } number when number > Parameter.Most => $"{Label} {Text.Trim()} is too large; allowed is {Allowed}.",
        { } number when Parameter.Whole && number != Math.Floor(number) => $"{Label} {Text.Trim()} is not whole; allowed is {Allowed}.",
        _ => null,
    };

    private double? Typed =>
        double.TryParse(Text, Plain, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static string Written(double number)
    {
        var exact = (decimal)number;
        return IndianNumbers.Plain(exact, exact.Scale);
    }
}
