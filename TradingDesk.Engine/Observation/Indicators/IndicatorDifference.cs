namespace TradingDesk.Engine.Observation.Indicators;

/// <summary>What changes for one scope between two versions of the lists; a scope that loses its own list says so.</summary>
public sealed record IndicatorDifference(string Scope, IReadOnlyList<string> Added, IReadOnlyList<string> Removed, bool IsDropped)
{
    /// <summary>Scope by scope, only what differs; the order of a list's entries is no difference.</summary>
    public static IReadOnlyList<IndicatorDifference> Between(string before, string after)
    {
        var (old, now) = (IndicatorsInForce.Split(before), IndicatorsInForce.Split(after));
        var differences = new List<IndicatorDifference>();
        foreach (var scope in old.Concat(now).Select(list => list.Scope).Distinct())
        {
            var from = old.FirstOrDefault(list => list.Scope == scope);
            var to = now.FirstOrDefault(list => list.Scope == scope);
            var added = (to?.Specs ?? []).Except(from?.Specs ?? []).ToList();
            var removed = (from?.Specs ?? []).Except(to?.Specs ?? []).ToList();
            if (added.Count + removed.Count > 0 || from is null != to is null)
                differences.Add(new IndicatorDifference(scope, added, removed, to is null));
        }

        return differences;
    }
}
