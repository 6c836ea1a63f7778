using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Simulation.Trading;

/// <summary>One order as a venue truly has it, whatever the desk was told.</summary>
internal sealed class UnluckyOrder(in VenueRequest request, long number)
{
    private byte _version;

    public OrderTag Tag { get; } = request.Tag;

    public OrderId Id { get; } = request.Order;

    public AccountId Account { get; } = request.Account;

    public InstrumentId Instrument { get; } = request.Instrument;

    public long Number { get; } = number;

    public OrderTerms Terms { get; private set; } = request.Terms;

    public OrderState State { get; set; } = OrderState.Working;

    /// <summary>Every trade of it, as it would be reported.</summary>
    public List<OrderEvent> Trades { get; } = [];

    /// <summary>Changes that were made, by their versions.</summary>
    public HashSet<byte> Changes { get; } = [];

    /// <summary>Whether it traded after the venue had said that it would not: no desk can cover that.</summary>
    public bool HasLied { get; set; }

    public long Filled => Trades.Sum(trade => trade.Quantity.Units);

    public long Left => Terms.Quantity.Units - Filled;

    public bool IsOverFilled => Left < 0;

    /// <summary>The newest change that was asked for, made or not.</summary>
    public byte Version => _version;

    public void Hear(byte version) => _version = Math.Max(_version, version);

    public void Change(in OrderTerms terms, byte version)
    {
        Terms = terms;
        Changes.Add(version);
    }
}
