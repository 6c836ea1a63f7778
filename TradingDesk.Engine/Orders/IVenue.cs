namespace TradingDesk.Engine.Orders;

/// <summary>Where orders go. It never answers inside Send: what it has to say comes back as inputs of the line.</summary>
internal interface IVenue
{
    void Send(in VenueRequest request);
}
