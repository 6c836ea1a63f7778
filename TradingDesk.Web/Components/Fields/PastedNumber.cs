using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Components.Fields;

/// <summary>
/// What a person typed or pasted, made plain where it has one meaning only: spaces around it, the field's own unit, a true minus,
/// full-width digits. Whatever else is left to <see cref="TypedNumber"/>, which refuses it with a sentence.
/// </summary>
public static class PastedNumber
{
    /// <summary>Longer than any number with its unit; what is longer is not looked at.</summary>
    private const int LongestText = 40;

    private const char FirstFullWidth = '\uff0b';
    private const char LastFullWidth = '\uff19';

    /// <summary>A full-width sign stands as far from its ASCII one as all the others.</summary>
    private const int FullWidthDistance = 0xfee0;

    public static TypedNumber Read(string? text, NumberRule rule)
    {
        if (text is { Length: > LongestText }) return new TypedNumber(null, $"{rule.Name} is too long to be a number.");
        var plain = Narrow(text ?? "").Trim();
        var isNegative = rule.MayBeNegative && plain.StartsWith('-');
        if (rule.MayBeNegative && plain.StartsWith('+') || isNegative) plain = plain[1..].TrimStart();
        var typed = TypedNumber.Read(WithoutUnit(plain, rule.Unit), rule.Name, rule.Places);
        return isNegative && typed.Value is { } value ? new TypedNumber(-value, null) : typed;
    }

    private static string WithoutUnit(string text, NumberUnit unit) => unit switch
    {
        NumberUnit.Rupees when text.StartsWith('₹') => text[1..].TrimStart(),
        NumberUnit.Percent when text.EndsWith('%') => text[..^1].TrimEnd(),
        _ => text,
    };

    private static string Narrow(string text) => string.Create(text.Length, text, static (narrow, wide) =>
    {
        for (var at = 0; at < wide.Length; at++) narrow[at] = Narrow(wide[at]);
    });

    private static char Narrow(char sign) => sign switch
    {
        '\u2212' => '-',
        '\uff05' => '%',
        >= FirstFullWidth and <= LastFullWidth => (char)(sign - FullWidthDistance),
        _ => sign,
    };
}
