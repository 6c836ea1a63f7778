using TradingDesk.Engine.Observation.Runs;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Components.Tables;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Positions;

namespace TradingDesk.Web.Pages.Strategies;

/// <summary>The strategies that trade for the chosen account, in short; each has a page of its own.</summary>
public sealed partial class AccountRuns(ChosenAccount chosen)
{
    private (IReadOnlyList<RunView>? Runs, AccountId? Account) _arranged;
    private IReadOnlyList<RunView> _shown = [];

    private string Count =>
        $"{IndianNumbers.Whole(_shown.Count(run => run.State == RunState.Running))} of {IndianNumbers.Whole(_shown.Count)} running";

    private TableStanding Standing => Desk.Current.IsReady
        ? PriceStanding.Of(Desk.Current, isStale: false) : TableStanding.Loading("Waiting for the desk to name its runs.");

    protected override IReadOnlyList<RunView>? ReadSlice() => Desk.Current.Runs;

    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        Arrange();
    }

    protected override Task SliceChangedAsync()
    {
        Arrange();
        return base.SliceChangedAsync();
    }

    private void Arrange()
    {
        var account = chosen.In(Desk.Current)?.Id;
        if (_arranged == (Slice, account)) return;
        _arranged = (Slice, account);
        _shown = [.. (Slice ?? []).Where(run => run.State != RunState.Retired && run.Account == account)];
    }
}
