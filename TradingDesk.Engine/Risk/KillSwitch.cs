using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;

namespace TradingDesk.Engine.Risk;

/// <summary>Which kill switches are latched, the desk's and its accounts': what the journal's facts say, and nothing else.</summary>
internal sealed class KillSwitch
{
    private readonly List<KillLatch> _latched = [];
    private int _count;

    /// <summary>In the order in which they were latched.</summary>
    public ListView<KillLatch> Latched => new(_latched);

    public bool IsAny => _latched.Count > 0;

    /// <summary>Whether the account may take no new exposure.</summary>
    public bool Stops(AccountId account)
    {
        foreach (var latch in _latched)
        {
            if (latch.Covers(account)) return true;
        }

        return false;
    }

    /// <summary>Whether the account's positions are to be left too.</summary>
    public bool Leaves(AccountId account)
    {
        foreach (var latch in _latched)
        {
            if (latch.Reach == KillReach.Positions && latch.Covers(account)) return true;
        }

        return false;
    }

    public KillLatch? Find(in KillEvent what)
    {
        foreach (var latch in _latched)
        {
            if (latch.Scope == what.Scope && latch.Account == what.Account) return latch;
        }

        return null;
    }

    /// <summary>Latches it, or begins its stages anew; it never comes to reach less far.</summary>
    public void Latch(in KillEvent what, Instant at, string by, string reason)
    {
        var latch = Find(what);
        if (latch is null) _latched.Add(latch = new KillLatch(what.Scope, what.Account, ++_count));
        if (what.Reach > latch.Reach) latch.Reach = what.Reach;
        (latch.At, latch.By, latch.Reason) = (at, by, reason);
        Move(what, at);
    }

    public void Move(in KillEvent what, Instant at)
    {
        if (Find(what) is { } latch) (latch.Stage, latch.StageAt) = (what.Stage, at);
    }

    public void Clear(in KillEvent what)
    {
        if (Find(what) is { } latch) _latched.Remove(latch);
    }
}
