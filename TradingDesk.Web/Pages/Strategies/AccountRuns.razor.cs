using TradingDesk.Engine.Observation.Runs;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Live;

namespace TradingDesk.Web.Pages.Strategies;

/// <summary>The strategies that trade for the chosen account, in short; each has a page of its own.</summary>
public sealed partial class AccountRuns(ChosenAccount chosen)
{
    private IReadOnlyList<RunView> Shown =>
    [
        .. (Slice ?? []).Where(run => run.State != RunState.Retired && run.Account == chosen.In(Desk.Current)?.Id),
    ];

    private string Count =>
        $"{IndianNumbers.Whole(Shown.Count(run => run.State == RunState.Running))} of {IndianNumbers.Whole(Shown.Count)} running";

    protected override IReadOnlyList<RunView>? ReadSlice() => Desk.Current.Runs;
}
