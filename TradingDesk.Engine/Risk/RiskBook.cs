using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Risk;

/// <summary>
/// What the journal's facts say of limits and states, account by account and run by run. An account of a journal without such facts
/// holds what an account is given when it is opened.
/// </summary>
internal sealed class RiskBook(RiskDefaults defaults)
{
    /// <summary>Who sets what an account is opened with.</summary>
    public const string Desk = "desk";

    private readonly Dictionary<(AccountId, RunId), RiskScope> _byBook = [];
    private readonly List<RiskScope> _scopes = [];

    /// <summary>Accounts and runs in the order in which they first mattered.</summary>
    public ListView<RiskScope> Scopes => new(_scopes);

    public RiskLimits DefaultsOf(Money cash) => defaults.Of(cash);

    public RiskScope Of(AccountId account) => _byBook[(account, RunId.None)];

    public RiskScope? Find(AccountId account, RunId run) => _byBook.GetValueOrDefault((account, run));

    public void Open(AccountId account, Money cash, Instant at)
    {
        var scope = ScopeOf(account, RunId.None);
        scope.Set(defaults.Of(cash), at, Desk, "");
        scope.Raise(cash);
    }

    public void Reset(AccountId account, Money cash)
    {
        foreach (var scope in _scopes)
        {
            if (scope.Account == account) scope.Reset(scope.Run.IsNone ? cash : default);
        }
    }

    public void Move(AccountId account, Money cash) => Of(account).Move(cash);

    /// <summary>An entry was accepted.</summary>
    public void Count(AccountId account, RunId run)
    {
        Of(account).Count();
        if (!run.IsNone) ScopeOf(account, run).Count();
    }

    /// <summary>A text that an earlier build took and this one cannot read changes nothing.</summary>
    public void Set(in RiskEvent what, Instant at, string text, string by, string reason)
    {
        var scope = ScopeOf(what.Account, what.Run);
        if (RiskFields.Change(scope.Limits ?? RiskLimits.None, text, out _) is { } limits) scope.Set(limits, at, by, reason);
    }

    public void Hold(in RiskEvent what, Instant at, string by, string reason) => ScopeOf(what.Account, what.Run).Hold(what, at, by, reason);

    public void Raise(in RiskEvent what) => ScopeOf(what.Account, what.Run).Raise(what.Amount);

    public void BeginRunDay(in RiskEvent what) => ScopeOf(what.Account, what.Run).BeginRunDay(what.Amount);

    /// <summary>An account's day ends, before its positions begin the next: what its runs made on it stays with them.</summary>
    public void CloseDay(Account account)
    {
        foreach (var position in account.Positions)
        {
            if (!position.Key.Run.IsNone)
                ScopeOf(account.Id, position.Key.Run).Close(position.Realised - account.ChargesOf(position));
        }

        foreach (var scope in _scopes)
        {
            if (scope.Account == account.Id) scope.BeginDay();
        }
    }

    private RiskScope ScopeOf(AccountId account, RunId run)
    {
        if (_byBook.TryGetValue((account, run), out var scope)) return scope;
        scope = new RiskScope(account, run);
        _byBook.Add((account, run), scope);
        _scopes.Add(scope);
        return scope;
    }
}
