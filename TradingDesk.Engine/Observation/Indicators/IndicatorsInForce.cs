namespace TradingDesk.Engine.Observation.Indicators;

/// <summary>The indicator lists the desk computes now, their version, and what is on its way.</summary>
public sealed record IndicatorsInForce(int Version, string Text)
{
    /// <summary>The desk-wide list first, then what replaces it for a timeframe or an instrument.</summary>
    public IReadOnlyList<ScopedIndicators> Lists { get; } = Split(Text);

    /// <summary>The version that warms up beside this one, or null.</summary>
    public IndicatorsWarming? Warming { get; init; }

    /// <summary>How the values came about at the start: from a snapshot or from stored candles alone, and why.</summary>
    public string Start { get; init; } = "";

    public static IndicatorsInForce None { get; } = new(0, "");

    /// <summary>The lists of a text in the desk's own form, such as a version's.</summary>
    public static IReadOnlyList<ScopedIndicators> Split(string text)
    {
        var lists = new List<ScopedIndicators>();
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries))
        {
            var cut = part.IndexOf('=', StringComparison.Ordinal);
            var specs = part[(cut + 1)..].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            lists.Add(new ScopedIndicators(cut < 0 ? "" : part[..cut], specs));
        }

        return lists;
    }

    /// <summary>The text with another list for one scope, or without the scope's own list when there is none to be.</summary>
    public string TextWith(string scope, IReadOnlyList<string>? specs)
    {
        var lists = Lists.Where(list => list.Scope != scope).ToList();
        if (specs is not null) lists.Insert(scope.Length == 0 ? 0 : lists.Count, new ScopedIndicators(scope, specs));
        return string.Join("; ", lists);
    }
}
