using TradingDesk.Engine.Observation.Indicators;

namespace TradingDesk.Web.Pages.Indicators;

/// <summary>One line of a difference: an indicator that goes, one that comes, or one whose numbers change.</summary>
public sealed record SpecChange(string? Old, string? New)
{
    /// <summary>Old to new: a removed and an added entry of one code are one that changed.</summary>
    public static IReadOnlyList<SpecChange> In(IndicatorDifference difference)
    {
        var added = difference.Added.ToList();
        var changes = new List<SpecChange>();
        foreach (var old in difference.Removed)
        {
            var successor = added.Find(spec => CodeOf(spec) == CodeOf(old));
            if (successor is not null) added.Remove(successor);
            changes.Add(new SpecChange(old, successor));
        }

        changes.AddRange(added.Select(spec => new SpecChange(null, spec)));
        return changes;
    }

    private static string CodeOf(string spec) => spec.Split(':')[0];
}
