using System.Globalization;

namespace TradingDesk.Web.Components.Foundation;

/// <summary>
/// A number about money as a person typed or pasted it: plain ASCII digits, commas only where lakhs or thousands have them, at most one
/// point. Whatever else could be read in two ways is refused with a sentence that names the field.
/// </summary>
public sealed record TypedNumber(decimal? Value, string? Problem)
{
    private const int LongestText = 24;

    /// <summary>Reads a number with at most so many places; an empty field is a problem.</summary>
    public static TypedNumber Read(string? text, string field, int places)
    {
        var typed = (text ?? "").Trim(' ', '\t');
        if (typed.Length == 0) return Refused($"{field} is empty.");
        if (typed.Length > LongestText) return Refused($"{field} is too long to be a number.");
        if (WhyNoNumber(typed) is { } why) return Refused($"{field}: {why}");
        var point = typed.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? typed : typed[..point];
        var fraction = point < 0 ? "" : typed[(point + 1)..];
        if (whole.Contains(',', StringComparison.Ordinal) && !IsGrouped(whole.Split(',')))
            return Refused($"{field}: no number has its commas as “{typed}” has them.");
        if (whole.Length == 0 || (point >= 0 && fraction.Length == 0) || fraction.Contains(',', StringComparison.Ordinal))
            return Refused($"{field}: “{typed}” is not a whole number or a number like 12.50.");
        if (fraction.Length > places) return Refused(TooManyPlaces(field, places));
        var plain = typed.Replace(",", "", StringComparison.Ordinal);
        return new TypedNumber(decimal.Parse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), null);
    }

    private static TypedNumber Refused(string problem) => new(null, problem);

    private static string TooManyPlaces(string field, int places) => places == 0
        ? $"{field} must be a whole number."
        : string.Create(CultureInfo.InvariantCulture, $"{field} has more than {places} places after the point.");

    private static string? WhyNoNumber(string typed)
    {
        foreach (var sign in typed)
        {
            if (char.IsAsciiDigit(sign) || sign is ',' or '.') continue;
            return WhyNot(sign, typed);
        }

        return typed.Count(sign => sign == '.') > 1 ? $"“{typed}” has more than one point." : null;
    }

    private static string WhyNot(char sign, string typed) => sign switch
    {
        '-' or '\u2212' or '\u2013' => "it cannot be negative; the side says buy or sell.",
        '+' => "write it without a sign.",
        ' ' or '\t' => $"“{typed}” has a space inside.",
        _ when char.IsWhiteSpace(sign) => "it holds a space of another kind; type the number instead of pasting it.",
        _ when IsUnseen(sign) => "it holds a character that cannot be seen; type the number instead of pasting it.",
        _ when char.IsDigit(sign) => "it holds digits of another script; only 0 to 9 are taken.",
        _ when char.IsSurrogate(sign) || char.IsControl(sign) => "only the digits 0 to 9, commas and a point are taken.",
        _ => $"“{typed}” is no plain number; only the digits 0 to 9, commas and a point are taken.",
    };

    private static bool IsUnseen(char sign) => char.GetUnicodeCategory(sign) is UnicodeCategory.Format or UnicodeCategory.Control
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    /// <summary>Lakhs (1,00,000) or thousands (100,000), not both and not neither.</summary>
    private static bool IsGrouped(string[] groups)
    {
        if (groups[0].Length is 0 or > 3 || groups[^1].Length != 3) return false;
        var middle = groups[1..^1];
        var isIndian = groups[0].Length <= 2 && middle.All(group => group.Length == 2);
        return isIndian || middle.All(group => group.Length == 3);
    }
}
