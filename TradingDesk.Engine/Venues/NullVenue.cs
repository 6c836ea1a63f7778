using TradingDesk.Engine.Orders;

namespace TradingDesk.Engine.Venues;

/// <summary>The venue of a re-run: it takes every request and says nothing, for what was said stands on the tape.</summary>
internal sealed class NullVenue : IVenue
{
    public void Send(in VenueRequest request)
    {
    }
}
