using System.Globalization;
using TradingDesk.Web.Components.Fields;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Pages.Risk;

/// <summary>A limit as it is typed, beside what it was: the engine's word for it, or what is wrong with it.</summary>
/// <param name="Field">Which limit.</param>
/// <param name="Before">Its engine's word when the form was opened; empty when it was not set.</param>
/// <param name="Text">What stands in the field.</param>
public sealed record LimitEntry(LimitField Field, string Before, string Text)
{
    private static readonly string[] _products = ["cnc", "mis", "nrml"];

    public static LimitEntry Of(LimitField field, string before) => new(field, before, Shown(field, before));

    /// <summary>What its field takes; null where it is no number.</summary>
    public NumberRule? Rule => Field.Kind switch
    {
        LimitKind.Money => Amount(2) with { Unit = NumberUnit.Rupees },
        LimitKind.Percent => Amount(2) with { Unit = NumberUnit.Percent },
        LimitKind.Count => Amount(0),
        _ => null,
    };

    /// <summary>What is wrong with it; null when it can be set.</summary>
    public string? Problem => IsEmpty ? null : Field.Kind switch
    {
        LimitKind.Money or LimitKind.Percent or LimitKind.Count => NumberProblem,
        LimitKind.Products => Words.All(word => _products.Contains(word)) ? null : $"{Field.Label}: cnc, mis and nrml with commas.",
        LimitKind.Window => IsWindow ? null : $"{Field.Label}: two times such as 09:20-15:10, the first before the second.",
        _ => Words.All(IsKey) ? null : $"{Field.Label}: keys such as 1:2885 with commas.",
    };

    /// <summary>As the engine reads it; empty takes the limit away.</summary>
    public string Word => IsEmpty ? "" : Field.Kind switch
    {
        LimitKind.Money or LimitKind.Percent or LimitKind.Count =>
            Number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "",
        LimitKind.Window => Text.Replace(" ", "", StringComparison.Ordinal),
        _ => string.Join(',', Words),
    };

    public bool IsChanged => Problem is null && Word != CanonicalBefore;

    /// <summary>Whether more would get through than before.</summary>
    public bool IsRaised
    {
        get
        {
            if (!IsChanged) return false;
            if (!Field.DeniesWhenAbsent) return Before.Length > 0 && (Word.Length == 0 || !IsNarrower);
            return Word.Length > 0 && (Before.Length == 0 || Number > Value(Before));
        }
    }

    /// <summary>As the command to the engine names it.</summary>
    public string Change => $"{Field.Name}={(IsEmpty ? "none" : Word)}";

    private bool IsEmpty => Text.Trim().Length == 0;

    private decimal? Number => Rule?.Read(Text).Value;

    private NumberRule Amount(int places) => new(Field.Label, places) { Most = Field.Most, IsRequired = false };

    private string CanonicalBefore => Field.DeniesWhenAbsent && Before.Length > 0
        ? Value(Before).ToString("0.##", CultureInfo.InvariantCulture) : Before;

    private string[] Words => [.. Text.ToLowerInvariant().Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)];

    private bool IsWindow => Window(Text) is { } window && window.From < window.To;

    private bool IsNarrower => Field.Kind == LimitKind.Window
        ? Window(Before) is { } before && Window(Text) is { } now && now.From >= before.From && now.To <= before.To
        : Words.All(word => Before.Split(',').Contains(word));

    private string? NumberProblem =>
        Number == 0 ? $"{Field.Label} must be above 0; leave it empty for no limit." : Rule!.Read(Text).Problem;

    /// <summary>Numbers with their groups, as people read them.</summary>
    private static string Shown(LimitField field, string word)
    {
        if (word.Length == 0 || !field.DeniesWhenAbsent) return word;
        var value = Value(word);
        return IndianNumbers.Plain(value, value == decimal.Truncate(value) ? 0 : 2);
    }

    private static decimal Value(string word) => decimal.Parse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static (TimeOnly From, TimeOnly To)? Window(string text)
    {
        var parts = text.Split('-');
        return parts.Length == 2 && Time(parts[0]) is { } from && Time(parts[1]) is { } to ? (from, to) : null;
    }

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text.Trim(), "HH\\:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static bool IsKey(string key) =>
        key.Split(':') is [var exchange, var number] && IsDigits(exchange) && IsDigits(number);

    private static bool IsDigits(string part) => part.Length is > 0 and < 10 && part.All(char.IsAsciiDigit);
}
