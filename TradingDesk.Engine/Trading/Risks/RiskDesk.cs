using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Risk;

namespace TradingDesk.Engine.Trading.Risks;

/// <summary>
/// Limits and states by command, and every second: losses looked after, entries of what is held cancelled, and what is used of each limit
/// put on the board.
/// </summary>
internal sealed class RiskDesk(MoneyPath path, OrderChanges changes, MoneyLevels levels)
{
    /// <summary>Cancels that one second may ask for: an input's facts are bounded, and the next second goes on.</summary>
    private const int CancelsMost = 250;

    private readonly List<OrderId> _cancelled = [];
    private readonly List<ShownRisk> _shown = [];

    public RefusalCode Set(SubmittedCommand submitted, Account account, SetLimits set)
    {
        if (!IsKnown(account, set.Run)) return RefusalCode.RunUnknown;
        var scope = path.Book.Risks.Find(account.Id, set.Run);
        var before = scope?.Limits ?? RiskLimits.None;
        if (RiskFields.Change(before, set.Text, out _) is not { } after || IsNoReason(set.Reason)) return RefusalCode.LimitsNotAllowed;
        var isRaised = RiskFields.FirstWider(before, after) is not null;
        if (isRaised && !submitted.MayRaise) return RefusalCode.RiskRoleMissing;
        return Commit(FactKind.LimitsSet, new RiskEvent { Account = account.Id, Run = set.Run }, submitted);
    }

    public RefusalCode Set(SubmittedCommand submitted, Account account, SetRiskState set)
    {
        if (!IsKnown(account, set.Run)) return RefusalCode.RunUnknown;
        var scope = path.Book.Risks.Find(account.Id, set.Run);
        if (IsNoReason(set.Reason)) return RefusalCode.LimitsNotAllowed;
        var before = scope?.State ?? RiskState.Active;
        if (set.State < before && !submitted.MayRaise) return RefusalCode.RiskRoleMissing;
        var isLifted = set.State == RiskState.Active;
        return Commit(FactKind.RiskStateChanged, new RiskEvent
        {
            Account = account.Id,
            Run = set.Run,
            State = set.State,
            Why = isLifted ? scope?.Why ?? RefusalCode.None : RefusalCode.RiskHeld,
            Amount = isLifted && scope is not null ? RiskReview.NetOf(scope, account) : default,
        }, submitted);
    }

    /// <summary>A second of the line has passed.</summary>
    public void Move()
    {
        for (var place = 0; place < path.Book.Accounts.Count; place++) path.Risks.Review(path.Book.Accounts[place]);
        var cancels = 0;
        var scopes = path.Book.Risks.Scopes;
        for (var place = 0; place < scopes.Count; place++)
        {
            if (scopes[place].State != RiskState.Active) CancelEntries(scopes[place], ref cancels);
            Show(path.Risks.UseOf(place), place);
        }
    }

    private void CancelEntries(RiskScope scope, ref int cancels)
    {
        _cancelled.Clear();
        foreach (var order in path.Book.Orders.Open)
        {
            if (cancels + _cancelled.Count == CancelsMost) break;
            var isAsked = order.Pending is not (PendingCommand.None or PendingCommand.CancelUnknown);
            if (order.Account == scope.Account && !isAsked && RiskReview.IsHeld(scope, order)) _cancelled.Add(order.Id);
        }

        foreach (var id in _cancelled)
        {
            if (path.Book.Orders.Find(id) is { } order && changes.Cancel(order)) cancels++;
        }
    }

    /// <summary>Puts what is used of the limits on the board, when it may be other than what stands there.</summary>
    private void Show(ScopeUse use, int place)
    {
        if (place >= levels.Risks.Capacity) return;
        if (_shown.Count <= place) _shown.Add(new ShownRisk());
        var (shown, fact) = (_shown[place], path.Say.Journaled);
        if (!use.Look(fact)) return;
        ref var level = ref levels.Risks.Open(place);
        if (fact != shown.Fact) ShowScope(use.Scope, shown, ref level);
        shown.Fact = fact;
        ShowUse(use, ref level);
        levels.Risks.Seal(place);
        levels.RiskCount = Math.Max(levels.RiskCount, place + 1);
    }

    /// <summary>What only a fact changes: state and limits, and what is counted.</summary>
    private void ShowScope(RiskScope scope, ShownRisk shown, ref RiskLevel level)
    {
        var limits = scope.Limits ?? RiskLimits.None;
        (level.Account, level.Run, level.HasLimits, level.Limits) =
            (scope.Account, scope.Run, scope.Limits is not null, shown.TextOf(limits));
        (level.State, level.Why) = (scope.State, scope.Why);
        (level.StateAt, level.StateBy, level.StateBecause) = (scope.StateAt, scope.StateBy, scope.StateBecause);
        (level.SetAt, level.SetBy, level.SetBecause) = (scope.SetAt, scope.SetBy, scope.SetBecause);
        level.Position = new(0, limits.PositionValue?.Scaled);
        level.Underlying = new(0, limits.UnderlyingValue?.Scaled);
        level.Gross = new(0, limits.GrossValue?.Scaled);
        level.Net = new(0, limits.NetValue?.Scaled);
        level.OpenOrders = new(path.Risks.OpenOf(scope), limits.OpenOrders);
        level.Trades = new(scope.Trades, limits.TradesPerDay);
        level.DayLoss = new(0, limits.DayLoss?.Scaled);
        level.Drawdown = new(0, limits.Drawdown?.Scaled);
    }

    /// <summary>What prices change too.</summary>
    private static void ShowUse(ScopeUse use, ref RiskLevel level)
    {
        ref readonly var sums = ref use.Sums;
        level.Position.Used = sums.Position.Scaled;
        level.Underlying.Used = sums.Underlying.Scaled;
        level.Gross.Used = sums.Gross.Scaled;
        level.Net.Used = sums.Net.Scaled;
        level.DayLoss.Used = Math.Max(0, RiskReview.DayLossOf(use.Scope, use.Account, use.Net).Scaled);
        level.Drawdown.Used = Math.Max(0, (use.Scope.Peak - use.Net).Scaled);
    }

    /// <summary>Limits of a run that is not there would protect nothing.</summary>
    private bool IsKnown(Account account, RunId run) =>
        run.IsNone || (path.Book.Runs.Find(run) is { } known && known.Account == account.Id);

    private static bool IsNoReason(string reason) => string.IsNullOrWhiteSpace(reason);

    private RefusalCode Commit(FactKind kind, in RiskEvent what, SubmittedCommand submitted)
    {
        path.Say.Commit(new DeskFact { Kind = kind, Command = submitted.Number, Risk = what }, submitted);
        return RefusalCode.None;
    }
}
