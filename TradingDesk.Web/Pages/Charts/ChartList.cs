using TradingDesk.Engine.Observation.Indicators;

namespace TradingDesk.Web.Pages.Charts;

/// <summary>The list of indicators that holds for a chart: its instrument's own, else its timeframe's, else the whole desk's.</summary>
internal sealed record ChartList(IndicatorsInForce InForce, ScopedIndicators List)
{
    public static ChartList Of(IndicatorsInForce inForce, ChartSubject subject) => new(
        inForce,
        inForce.Lists.FirstOrDefault(list => list.Scope == subject.FullName)
            ?? inForce.Lists.FirstOrDefault(list => list.Scope == subject.Timeframe.Label)
            ?? inForce.Lists[0]);

    public string With(string spec) => InForce.TextWith(List.Scope, [.. List.Specs, spec]);

    public string With(string spec, string insteadOf) =>
        InForce.TextWith(List.Scope, [.. List.Specs.Select(known => known == insteadOf ? spec : known)]);

    public string Without(string spec) => InForce.TextWith(List.Scope, [.. List.Specs.Where(known => known != spec)]);
}
