using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Risk;

/// <summary>Every limit there is, and limits as one line of `name=value`.</summary>
internal static class RiskFields
{
    private const int CollarMost = 10_000;
    private const int UnitsMost = 100_000_000;

    public static IReadOnlyList<RiskField> All { get; } =
    [
        RiskField.OfMoney("order-value", limits => limits.OrderValue, (limits, value) => limits with { OrderValue = value }),
        RiskField.OfCount("order-units", UnitsMost, limits => limits.OrderUnits, (limits, value) => limits with { OrderUnits = value }),
        new("collar", "per cent above 0 to 100 with at most two places, such as 2.5", WriteCollar, ReadCollar,
            (before, after) => (after.CollarBasisPoints ?? 0) > (before.CollarBasisPoints ?? 0))
            { Drop = limits => limits with { CollarBasisPoints = null } },
        RiskField.OfCount("price-age", 86_400, limits => limits.PriceAgeSeconds,
            (limits, value) => limits with { PriceAgeSeconds = (int?)value }),
        RiskField.OfMoney("position", limits => limits.PositionValue, (limits, value) => limits with { PositionValue = value }),
        RiskField.OfMoney("underlying", limits => limits.UnderlyingValue, (limits, value) => limits with { UnderlyingValue = value }),
        RiskField.OfMoney("gross", limits => limits.GrossValue, (limits, value) => limits with { GrossValue = value }),
        RiskField.OfMoney("net", limits => limits.NetValue, (limits, value) => limits with { NetValue = value }),
        RiskField.OfCount("open-orders", Limits.OpenOrdersMost, limits => limits.OpenOrders,
            (limits, value) => limits with { OpenOrders = (int?)value }),
        RiskField.OfCount("trades", 1_000_000, limits => limits.TradesPerDay,
            (limits, value) => limits with { TradesPerDay = (int?)value }),
        RiskField.OfMoney("day-loss", limits => limits.DayLoss, (limits, value) => limits with { DayLoss = value }),
        RiskField.OfMoney("drawdown", limits => limits.Drawdown, (limits, value) => limits with { Drawdown = value }),
        new("products", "cnc, mis and nrml with commas, or none for all", WriteProducts, ReadProducts, WidensProducts)
            { Drop = limits => limits with { Products = 0 } },
        new("window", "two times of day such as 09:20-15:10, or none for all day", WriteWindow, ReadWindow, WidensWindow)
            { Drop = limits => limits with { From = null, To = null } },
        new("instruments", "keys such as 1:2885 with commas, or none for all", limits => limits.Instruments, ReadInstruments,
            WidensInstruments) { Drop = limits => limits with { Instruments = "" } },
    ];

    public static string Names { get; } = string.Join(", ", All.Select(field => field.Name));

    /// <summary>All that is there on one line.</summary>
    public static string ToText(RiskLimits limits) => string.Join(
        ' ', All.Select(field => (field.Name, Value: field.Write(limits))).Where(pair => pair.Value.Length > 0)
            .Select(pair => $"{pair.Name}={pair.Value}"));

    /// <summary>Limits with those that the line names changed; null with a sentence that names the field and what is allowed.</summary>
    public static RiskLimits? Change(RiskLimits limits, string text, out string problem)
    {
        problem = "";
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) problem = $"No limit is named; write name=value of {Names}.";
        foreach (var word in words)
        {
            if (problem.Length > 0) break;
            limits = ChangeOne(limits, word, ref problem);
        }

        return problem.Length == 0 ? limits : null;
    }

    /// <summary>The name of the first limit that lets more through than before; null when none does.</summary>
    public static string? FirstWider(RiskLimits before, RiskLimits after) =>
        All.FirstOrDefault(field => field.Widens(before, after))?.Name;

    private static RiskLimits ChangeOne(RiskLimits limits, string word, ref string problem)
    {
        var cut = word.IndexOf('=', StringComparison.Ordinal);
        var (name, value) = cut < 0 ? (word, "") : (word[..cut], word[(cut + 1)..]);
        if (All.FirstOrDefault(field => field.Name == name) is not { } field)
        {
            problem = $"`{name}` is no limit; there are {Names}.";
            return limits;
        }

        if (value == RiskField.Absent) return field.Drop(limits);
        if (field.Read(limits, value) is { } changed) return changed;
        problem = $"{name} cannot be `{value}`; it is {field.Allowed}.";
        return limits;
    }

    private static string WriteCollar(RiskLimits limits) => limits.CollarBasisPoints is { } points
        ? (points / 100M).ToString("0.##", CultureInfo.InvariantCulture) : "";

    private static RiskLimits? ReadCollar(RiskLimits limits, string text)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)) return null;
        if (percent is <= 0 or > 100) return null;
        var points = percent * 100;
        return points != decimal.Truncate(points) || points > CollarMost ? null : limits with { CollarBasisPoints = (int)points };
    }

    private static string WriteProducts(RiskLimits limits) => string.Join(
        ',', Enum.GetValues<Product>().Where(product => (limits.Products & Bit(product)) != 0).Select(WordOf));

    private static RiskLimits? ReadProducts(RiskLimits limits, string text)
    {
        var bits = 0;
        foreach (var word in text.Split(','))
        {
            var product = Enum.GetValues<Product>().FirstOrDefault(known => WordOf(known) == word);
            if (product == default) return null;
            bits |= Bit(product);
        }

        return limits with { Products = bits };
    }

    private static bool WidensProducts(RiskLimits before, RiskLimits after) =>
        before.Products != 0 && (after.Products == 0 || (after.Products & ~before.Products) != 0);

    private static string WriteWindow(RiskLimits limits) => limits.From is { } from && limits.To is { } to
        ? string.Create(CultureInfo.InvariantCulture, $"{from:HH\\:mm}-{to:HH\\:mm}") : "";

    private static RiskLimits? ReadWindow(RiskLimits limits, string text)
    {
        var parts = text.Split('-');
        if (parts.Length != 2 || ReadTime(parts[0]) is not { } from || ReadTime(parts[1]) is not { } to || from >= to) return null;
        return limits with { From = from, To = to };
    }

    private static TimeOnly? ReadTime(string text) =>
        TimeOnly.TryParseExact(text, "HH\\:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static bool WidensWindow(RiskLimits before, RiskLimits after) =>
        before.From is not null && (after.From is null || after.From < before.From || after.To > before.To);

    private static RiskLimits? ReadInstruments(RiskLimits limits, string text) =>
        text.Split(',').All(IsKey) ? limits with { Instruments = text } : null;

    private static bool IsKey(string key)
    {
        var parts = key.Split(':');
        return parts.Length == 2 && parts.All(part => part.Length is > 0 and < 10 && part.All(char.IsAsciiDigit));
    }

    private static bool WidensInstruments(RiskLimits before, RiskLimits after) => before.Instruments.Length > 0
        && (after.Instruments.Length == 0 || after.Instruments.Split(',').Except(before.Instruments.Split(',')).Any());

    private static int Bit(Product product) => 1 << (int)product;

    private static string WordOf(Product product) => product.ToString().ToLowerInvariant();
}
