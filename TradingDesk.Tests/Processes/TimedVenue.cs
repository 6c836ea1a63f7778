using System.Collections.Concurrent;
using System.Diagnostics;
using TradingDesk.Engine.Orders;

namespace TradingDesk.Tests.Processes;

/// <summary>A venue in front of another that notes by the monotonic clock when each new order reached it.</summary>
internal sealed class TimedVenue(IVenue venue) : IVenue
{
    private readonly ConcurrentQueue<long> _places = new();

    /// <summary>When orders reached it, in ticks of the stopwatch.</summary>
    public IReadOnlyCollection<long> Places => _places;

    public void Send(in VenueRequest request)
    {
        if (request.Kind == VenueRequestKind.Place) _places.Enqueue(Stopwatch.GetTimestamp());
        venue.Send(request);
    }
}
