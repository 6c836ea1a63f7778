using TradingDesk.Engine.Observation.Risks;

namespace TradingDesk.Web.Pages.Risk;

/// <summary>What each account and run may risk, how much of it is used, what was refused, and the kill switch.</summary>
public sealed partial class RiskPage
{
    protected override IReadOnlyList<RiskView>? ReadSlice() => Desk.Current.Risks;
}
