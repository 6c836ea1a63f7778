using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Risk;

/// <summary>One limit by its name: how it is written, read, and whether another value of it lets more through.</summary>
/// <param name="Name">As people write it, such as `day-loss`.</param>
/// <param name="Allowed">What it may be, in a sentence's words.</param>
/// <param name="Write">Its text; empty when it is absent.</param>
/// <param name="Read">The limits with it; null when the text is none.</param>
/// <param name="Widens">Whether the second allows what the first does not.</param>
internal sealed record RiskField(
    string Name,
    string Allowed,
    Func<RiskLimits, string> Write,
    Func<RiskLimits, string, RiskLimits?> Read,
    Func<RiskLimits, RiskLimits, bool> Widens)
{
    /// <summary>The word that takes a limit away.</summary>
    public const string Absent = "none";

    public static RiskField OfMoney(string name, Func<RiskLimits, Money?> get, Func<RiskLimits, Money?, RiskLimits> with) => new(
        name, "rupees above 0 to the paisa, at most 10,000 crore",
        limits => get(limits)?.ToString() ?? "",
        (limits, text) => ReadMoney(text) is { } money ? with(limits, money) : null,
        (before, after) => (get(after)?.Scaled ?? 0) > (get(before)?.Scaled ?? 0))
    { Drop = limits => with(limits, null) };

    public static RiskField OfCount(string name, int most, Func<RiskLimits, long?> get, Func<RiskLimits, long?, RiskLimits> with) => new(
        name, string.Create(CultureInfo.InvariantCulture, $"a whole number from 1 to {most}"),
        limits => get(limits)?.ToString(CultureInfo.InvariantCulture) ?? "",
        (limits, text) => ReadCount(text, most) is { } count ? with(limits, count) : null,
        (before, after) => (get(after) ?? 0) > (get(before) ?? 0))
    { Drop = limits => with(limits, null) };

    /// <summary>The limits without it.</summary>
    public required Func<RiskLimits, RiskLimits> Drop { get; init; }

    private static Money? ReadMoney(string text)
    {
        const decimal RupeesMost = 10_000_00_00_000M;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rupees)) return null;
        return rupees is <= 0 or > RupeesMost || decimal.Round(rupees, 2) != rupees ? null : Money.FromRupees(rupees);
    }

    private static long? ReadCount(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= most ? count : null;
}
