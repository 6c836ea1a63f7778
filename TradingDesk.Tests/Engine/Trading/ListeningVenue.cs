using TradingDesk.Engine.Orders;

namespace TradingDesk.Tests.Engine.Trading;

/// <summary>A venue that keeps what it is asked and says nothing.</summary>
internal sealed class ListeningVenue : IVenue
{
    public List<VenueRequest> Requests { get; } = [];

    public void Send(in VenueRequest request) => Requests.Add(request);
}
