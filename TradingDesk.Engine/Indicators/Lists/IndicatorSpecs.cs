using System.Globalization;
using TradingDesk.Engine.Indicators.Catalogue;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Indicators.Lists;

/// <summary>Reads a list of indicators such as `SMA:9, EMA:21, SUPERTREND:10:3`; parameters left out take their defaults.</summary>
internal static class IndicatorSpecs
{
    /// <summary>What a desk starts with.</summary>
    public const string Default = "SMA:9,SMA:20,EMA:21,RSI:14,SUPERTREND:10:3";

    private const int LongestEcho = 40;

    public static ParsedIndicators Parse(string text)
    {
        var specs = new List<IndicatorSpec>();
        var errors = new List<string>();
        if (string.IsNullOrWhiteSpace(text)) return new ParsedIndicators(specs, errors);
        foreach (var entry in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var error = Read(entry, out var spec);
            if (spec is not null && specs.Exists(known => known.Text == spec.Text)) error = $"{Echo(entry)}: stands in the list already";
            if (error is not null) errors.Add(error);
            else if (spec is not null) specs.Add(spec);
        }

        var columns = specs.Sum(spec => spec.Description.Outputs.Count);
        if (columns > Limits.ColumnsMost) errors.Add($"the list makes {columns} columns; at most {Limits.ColumnsMost} are allowed");
        return new ParsedIndicators(specs, errors);
    }

    private static string? Read(string entry, out IndicatorSpec? spec)
    {
        spec = null;
        if (entry.Length == 0) return "an entry is empty; expected a code and its parameters, such as SMA:9";
        var parts = entry.Split(':', StringSplitOptions.TrimEntries);
        var description = IndicatorCatalog.Find(parts[0]);
        if (description is null)
        {
            return $"{Echo(entry)}: unknown indicator; known: {string.Join(", ", IndicatorCatalog.All.Select(known => known.Code))}";
        }

        var wanted = description.Parameters;
        if (parts.Length - 1 > wanted.Count)
        {
            var allowed = wanted.Count == 0
                ? "it takes none"
                : $"at most {wanted.Count} allowed ({string.Join(", ", wanted.Select(parameter => parameter.Name))})";
            return $"{Echo(entry)}: {(parts.Length == 2 ? "1 parameter" : $"{parts.Length - 1} parameters")} given, {allowed}";
        }

        var numbers = wanted.Select(parameter => parameter.Default).ToArray();
        for (var i = 0; i < parts.Length - 1; i++)
        {
            numbers[i] = Number(parts[i + 1]);
            if (!wanted[i].Allows(numbers[i])) return $"{Echo(entry)}: {wanted[i].Name} must be {wanted[i].AllowedInsteadOf(numbers[i])}";
        }

        if (description.Refuse?.Invoke(numbers) is { } refusal) return $"{Echo(entry)}: {refusal}";
        spec = new IndicatorSpec(description, numbers);
        return null;
    }

    /// <summary>NaN, which no parameter allows, for what is no plain number.</summary>
    private static double Number(string text)
    {
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return double.TryParse(text, Plain, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
    }

    private static string Echo(string entry) => entry.Length <= LongestEcho ? entry : $"{entry.AsSpan(0, LongestEcho)}...";
}
