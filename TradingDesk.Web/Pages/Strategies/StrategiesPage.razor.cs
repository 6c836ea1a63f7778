using TradingDesk.Engine.Observation.Runs;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Components.Tables;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Orders;
using TradingDesk.Web.Pages.Positions;

namespace TradingDesk.Web.Pages.Strategies;

/// <summary>All strategies' runs side by side, and the form that declares another.</summary>
public sealed partial class StrategiesPage(TradingHand trading)
{
    private readonly AccountHand _hand = new(trading);
    private bool _isWriting;
    private bool _showsRetired;
    private (IReadOnlyList<RunView>? Runs, bool ShowsRetired) _arranged;
    private IReadOnlyList<RunView> _shown = [];

    protected override IReadOnlyList<RunView>? ReadSlice() => Desk.Current.IsReady ? Desk.Current.Runs : null;

    private TableStanding Standing => Desk.Current.IsReady
        ? PriceStanding.Of(Desk.Current, isStale: false) : TableStanding.Loading("Waiting for the desk to name its runs.");

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
        if (_arranged == (Slice, _showsRetired)) return;
        _arranged = (Slice, _showsRetired);
        _shown = [.. (Slice ?? []).Where(run => _showsRetired || run.State != RunState.Retired)];
    }

    private void ToggleRetired()
    {
        _showsRetired = !_showsRetired;
        Arrange();
    }

    private int Retired => Slice?.Count(run => run.State == RunState.Retired) ?? 0;

    private bool HasAccounts => Desk.Current.Accounts.Count > 0;

    private string NoRuns => HasAccounts
        ? "No run yet. New run declares one: a strategy, what it watches, and the account it trades on."
        : "No run yet, and no account to run on. Open an account on the Accounts page first.";

    private string Count => Slice is not { Count: > 0 } runs ? ""
        : $"{IndianNumbers.Whole(runs.Count(run => run.State is RunState.Running or RunState.Warming))} at work of "
            + $"{IndianNumbers.Whole(runs.Count - Retired)}";

    private void Close() => _isWriting = false;
}
