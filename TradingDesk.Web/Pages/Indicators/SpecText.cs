using System.Globalization;
using TradingDesk.Engine.Observation.Indicators;

namespace TradingDesk.Web.Pages.Indicators;

/// <summary>A specification such as `SUPERTREND:10:3` taken apart by the catalogue, and put together again.</summary>
public static class SpecText
{
    /// <summary>The kind that a specification names, or null where the catalogue does not know it.</summary>
    public static IndicatorKind? KindOf(IReadOnlyList<IndicatorKind> kinds, string spec)
    {
        var code = spec.Split(':')[0].Trim();
        return kinds.FirstOrDefault(kind => kind.Code.Equals(code, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A kind's parameters with the specification's numbers, defaults where it leaves them out.</summary>
    public static ParameterEntry[] Entries(IndicatorKind kind, string spec)
    {
        var parts = spec.Split(':', StringSplitOptions.TrimEntries);
        return [.. kind.Parameters.Select((parameter, at) =>
            new ParameterEntry(parameter, at + 1 < parts.Length ? parts[at + 1] : Written(parameter.Default)))];
    }

    /// <summary>The specification in the desk's own form; every entry must be without a problem.</summary>
    public static string Of(IndicatorKind kind, IEnumerable<ParameterEntry> entries) =>
        string.Join(':', [kind.Code, .. entries.Select(entry => Written(entry.Number!.Value))]);

    /// <summary>As a trader says it: `Simple moving average, period 9`; a number never stands on another line than its name.</summary>
    public static string InWords(IReadOnlyList<IndicatorKind> kinds, string spec) => KindOf(kinds, spec) is { } kind
        ? string.Join(", ", [kind.Name, .. Entries(kind, spec).Select(entry => $"{entry.Parameter.Name}\u00a0{entry.Text}")])
        : spec;

    private static string Written(double number) => number.ToString(CultureInfo.InvariantCulture);
}
