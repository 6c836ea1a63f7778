using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Web.Pages.Indicators;

/// <summary>The lists as one person wants them, and the version they were made from; nothing of it is in force.</summary>
public sealed record IndicatorDraft(int BasedOn, string Base, string Text)
{
    /// <summary>The desk-wide list first, then the overrides.</summary>
    public IReadOnlyList<ScopedIndicators> Lists => IndicatorsInForce.Split(Text);

    public bool IsChanged => Text != Base;

    /// <summary>Nothing wanted yet beyond what is in force.</summary>
    public static IndicatorDraft Of(IndicatorsInForce inForce) => new(inForce.Version, inForce.Text, inForce.Text);

    /// <summary>Another list for one scope in its old place, or without the scope's own list when there is none to be.</summary>
    public IndicatorDraft With(string scope, IReadOnlyList<string>? specs)
    {
        var lists = Lists.ToList();
        var at = lists.FindIndex(list => list.Scope == scope);
        if (specs is null) lists.RemoveAll(list => list.Scope == scope);
        else if (at < 0) lists.Add(new ScopedIndicators(scope, specs));
        else lists[at] = new ScopedIndicators(scope, specs);
        return new IndicatorDraft(BasedOn, Base, string.Join("; ", lists));
    }

    /// <summary>The list of a scope, or null where the scope has none of its own.</summary>
    public ScopedIndicators? ListOf(string scope) => Lists.FirstOrDefault(list => list.Scope == scope);

    /// <summary>The list that holds for an instrument and timeframe: its own, else the timeframe's, else the desk's.</summary>
    public ScopedIndicators Holding(string instrument, Timeframe timeframe) =>
        ListOf(instrument) ?? ListOf(timeframe.Label) ?? Lists[0];
}
