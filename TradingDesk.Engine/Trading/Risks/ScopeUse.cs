using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Risk;

namespace TradingDesk.Engine.Trading.Risks;

/// <summary>
/// What one scope has made and what it has at stake, kept from second to second: counted anew once a fact has changed the book, and valued
/// anew once a price has moved.
/// </summary>
internal sealed class ScopeUse(RiskScope scope, Account account, OrderList orders, Exposure exposure)
{
    private readonly List<Position> _held = [];
    private Money _settled;
    private Money _net;
    private ExposureSums _sums;
    private long _settledAt = -1;
    private long _countedAt = -1;

    public RiskScope Scope => scope;

    public Account Account => account;

    /// <summary>What it had made after charges when it was looked at last.</summary>
    public Money Net => _net;

    /// <summary>What it had at stake in the worst case when it was looked at last; seen where it is kept.</summary>
    public ref readonly ExposureSums Sums => ref _sums;

    /// <summary>What the scope has made after charges.</summary>
    /// <param name="fact">The newest fact that the journal keeps.</param>
    public Money NetAt(long fact)
    {
        if (fact != _settledAt) Settle();
        _settledAt = fact;
        var net = _settled;
        foreach (var position in _held) net += position.Unrealised;
        return net;
    }

    /// <summary>Whether its net or what it has at stake may be another than when it was looked at last.</summary>
    /// <param name="fact">The newest fact that the journal keeps.</param>
    public bool Look(long fact)
    {
        var isNews = fact != _countedAt;
        if (isNews) exposure.Count(account, scope, orders);
        _countedAt = fact;
        var hasMoved = isNews || exposure.HasMoved;
        if (hasMoved) exposure.Largest(out _sums);
        var before = _net;
        _net = NetAt(fact);
        return hasMoved || _net != before;
    }

    /// <summary>Parts from the net what prices alone move.</summary>
    private void Settle()
    {
        _held.Clear();
        _settled = RiskReview.NetOf(scope, account);
        foreach (var position in account.Positions)
        {
            if (position.IsFlat || !scope.Holds(position.Key.Run)) continue;
            _held.Add(position);
            _settled -= position.Unrealised;
        }
    }
}
