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
    private readonly List<(RiskLimits? Limits, string Text)> _texts = [];

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
            Show(scopes[place], place);
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

    /// <summary>Puts what is used of the limits on the board.</summary>
    private void Show(RiskScope scope, int place)
    {
        if (place >= levels.Risks.Capacity) return;
        var (account, limits) = (path.Book.Of(scope.Account), scope.Limits ?? RiskLimits.None);
        path.Risks.Exposure.Count(account, scope);
        var sums = path.Risks.Exposure.Largest();
        levels.Risks.Write(place, new RiskLevel
        {
            Account = scope.Account,
            Run = scope.Run,
            HasLimits = scope.Limits is not null,
            State = scope.State,
            Why = scope.Why,
            StateAt = scope.StateAt,
            StateBy = scope.StateBy,
            StateBecause = scope.StateBecause,
            SetAt = scope.SetAt,
            SetBy = scope.SetBy,
            SetBecause = scope.SetBecause,
            Limits = TextOf(scope, place),
            Position = new(sums.Position.Scaled, limits.PositionValue?.Scaled),
            Underlying = new(sums.Underlying.Scaled, limits.UnderlyingValue?.Scaled),
            Gross = new(sums.Gross.Scaled, limits.GrossValue?.Scaled),
            Net = new(sums.Net.Scaled, limits.NetValue?.Scaled),
            OpenOrders = new(path.Risks.Check.OpenOf(scope), limits.OpenOrders),
            Trades = new(scope.Trades, limits.TradesPerDay),
            DayLoss = new(Math.Max(0, RiskReview.DayLossOf(scope, account).Scaled), limits.DayLoss?.Scaled),
            Drawdown = new(Math.Max(0, (scope.Peak - RiskReview.NetOf(scope, account)).Scaled), limits.Drawdown?.Scaled),
        });
        levels.RiskCount = Math.Max(levels.RiskCount, place + 1);
    }

    /// <summary>Limits as text, made anew only when they are others.</summary>
    private string TextOf(RiskScope scope, int place)
    {
        while (_texts.Count <= place) _texts.Add((null, ""));
        if (!ReferenceEquals(_texts[place].Limits, scope.Limits))
            _texts[place] = (scope.Limits, RiskFields.ToText(scope.Limits ?? RiskLimits.None));
        return _texts[place].Text;
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
