using System.Diagnostics;
using TradingDesk.Engine.Orders;

namespace TradingDesk.Benchmarks.Trading;

/// <summary>A venue in front of another that counts new orders and keeps when the newest reached it, by the monotonic clock.</summary>
internal sealed class TimedVenue(IVenue venue) : IVenue
{
    private long _places;
    private long _last;

    public long Places => Volatile.Read(ref _places);

    /// <summary>In ticks of the stopwatch.</summary>
    public long Last => Volatile.Read(ref _last);

    public void Send(in VenueRequest request)
    {
        if (request.Kind == VenueRequestKind.Place)
        {
            Volatile.Write(ref _last, Stopwatch.GetTimestamp());
            Volatile.Write(ref _places, _places + 1);
        }

        venue.Send(request);
    }
}
