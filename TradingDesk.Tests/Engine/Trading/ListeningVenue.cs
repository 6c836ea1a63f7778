using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Engine.Trading;

/// <summary>A venue that keeps what it is asked and when, and says nothing.</summary>
internal sealed class ListeningVenue : IVenue
{
    public List<VenueRequest> Requests { get; } = [];

    /// <summary>The line's clock at each request.</summary>
    public List<Instant> Times { get; } = [];

    /// <summary>Tells the line's clock.</summary>
    public Func<Instant> Clock { get; set; } = () => default;

    public void Send(in VenueRequest request)
    {
        Requests.Add(request);
        Times.Add(Clock());
    }
}
