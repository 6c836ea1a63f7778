namespace TradingDesk.Engine.People;

/// <summary>What may be kept of a person's taste: short names, values of some pages, not many.</summary>
public static class PreferenceRules
{
    public const int ValueMost = 16_384;
    public const int EachMost = 64;

    private const int NameMost = 40;

    /// <summary>What is wrong with it, or empty.</summary>
    public static string Refuse(string name, string value)
    {
        var isName = name.Length is > 0 and <= NameMost
            && name.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '-');
        if (!isName) return $"A preference's name is 1 to {NameMost} small letters, digits and -.";
        return value.Length > ValueMost || value.Contains('\0') ? $"A preference is at most {ValueMost} signs of text." : "";
    }
}
