using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Trading;

/// <summary>Requests that wait until the journal has the claim to send them, in order.</summary>
internal sealed class ParkedRequests(IVenue venue)
{
    private readonly Queue<(long Fact, VenueRequest Request)> _waiting = new();

    /// <summary>A claim that changed nothing has no fact and sends nothing.</summary>
    public void Park(long fact, in VenueRequest request)
    {
        if (fact == 0) return;
        if (_waiting.Count >= Limits.ParkedMost) throw new InvalidOperationException("More requests wait than there can be orders.");
        _waiting.Enqueue((fact, request));
    }

    /// <summary>The next request whose claim is at or before that fact.</summary>
    public bool TryTake(long through, out VenueRequest request)
    {
        request = default;
        if (!_waiting.TryPeek(out var next) || next.Fact > through) return false;
        request = _waiting.Dequeue().Request;
        return true;
    }

    /// <summary>Takes back what must not leave any more, that many at most; the others keep their order.</summary>
    public List<VenueRequest> Withdraw(Func<VenueRequest, bool> mustStay, int most)
    {
        var withdrawn = new List<VenueRequest>();
        for (var left = _waiting.Count; left > 0; left--)
        {
            var waiting = _waiting.Dequeue();
            if (withdrawn.Count < most && mustStay(waiting.Request)) withdrawn.Add(waiting.Request);
            else _waiting.Enqueue(waiting);
        }

        return withdrawn;
    }

    public void Send(in VenueRequest request) => venue.Send(request);
}
