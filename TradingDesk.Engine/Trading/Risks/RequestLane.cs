using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Trading.Risks;

/// <summary>
/// The requests of one account to one segment: so many in any second, some of them for exits and cancels alone. Any second, rolling or of
/// any calendar, holds no more than that, for the line's clock never goes back.
/// </summary>
internal sealed class RequestLane(int most, int kept)
{
    private readonly Instant[] _sent = new Instant[most];
    private readonly Queue<VenueRequest> _urgent = new();
    private readonly Queue<(VenueRequest Request, Instant Since)> _entries = new();
    private int _next;
    private int _count;

    public int Waiting => _urgent.Count + _entries.Count;

    /// <summary>Whether it may leave now, with nobody before it; if so it is counted.</summary>
    public bool TryPass(bool isUrgent, Instant now)
    {
        if (_urgent.Count > 0 || (!isUrgent && _entries.Count > 0) || !HasRoom(isUrgent, now)) return false;
        Note(now);
        return true;
    }

    public void Wait(in VenueRequest request, bool isUrgent, Instant now)
    {
        if (isUrgent) _urgent.Enqueue(request);
        else _entries.Enqueue((request, now));
    }

    /// <summary>The next that has a turn: exits and cancels before any entry. A request that waited too long comes out as such.</summary>
    public bool TryTake(Instant now, long patienceNanos, out VenueRequest request, out bool isTooLate)
    {
        (request, isTooLate) = (default, false);
        if (_urgent.Count > 0 && HasRoom(isUrgent: true, now))
        {
            request = _urgent.Dequeue();
            Note(now);
            return true;
        }

        if (!_entries.TryPeek(out var entry)) return false;
        isTooLate = now - entry.Since > patienceNanos;
        if (!isTooLate && (_urgent.Count > 0 || !HasRoom(isUrgent: false, now))) return false;
        request = _entries.Dequeue().Request;
        if (!isTooLate) Note(now);
        return true;
    }

    /// <summary>The turn that was taken was not used.</summary>
    public void GiveBack()
    {
        _next = (_next + most - 1) % most;
        _count--;
    }

    /// <summary>As if every turn had been used at that moment: what a process before this one sent is not known.</summary>
    public void Fill(Instant at)
    {
        for (var turn = 0; turn < most; turn++) Note(at);
    }

    private bool HasRoom(bool isUrgent, Instant now)
    {
        while (_count > 0 && now - Oldest > Instant.NanosPerSecond) _count--;
        return _count < (isUrgent ? most : most - kept);
    }

    private Instant Oldest => _sent[(_next + most - _count) % most];

    private void Note(Instant now)
    {
        _sent[_next] = now;
        _next = (_next + 1) % most;
        _count = Math.Min(most, _count + 1);
    }
}
