using TradingDesk.Engine.Observation.Risks;

namespace TradingDesk.Web.Pages.Risk;

/// <summary>What each account and run may risk, how much of it is used, what was refused, and the kill switch.</summary>
public sealed partial class RiskPage
{
    protected override IReadOnlyList<RiskView>? ReadSlice() => Desk.Current.Risks;

    /// <summary>Two stand side by side: beside the last, or under one without limits, there is place for the refusals.</summary>
    private bool HasPlaceBeside => Slice is { } views && (views.Count % 2 == 1 || views.Any(view => !view.HasLimits));
}
