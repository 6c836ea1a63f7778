using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Runs;

/// <summary>
/// What a run's trades made, and where a difference to another run comes from: at the prices it decided by, by the market's move until
/// the venue traded, and by what the trade paid beyond the market's price then. The three sum to the cash of its trades.
/// </summary>
internal sealed class RunMoney
{
    /// <summary>Realised since it was declared, before charges.</summary>
    public Money Realised { get; private set; }

    /// <summary>Charges of days that are closed.</summary>
    public Money ChargesBefore { get; private set; }

    /// <summary>Cash of its trades at the prices their orders were judged by.</summary>
    public Money Decided { get; private set; }

    /// <summary>Gained or lost by the market's move between the judgement and the trade.</summary>
    public Money Delayed { get; private set; }

    /// <summary>Gained or lost against the market's price at the trade.</summary>
    public Money Filled { get; private set; }

    public int Trades { get; private set; }

    public void Book(Order order, in OrderEvent trade, Money realised)
    {
        var units = order.Terms.Side.Sign() * trade.Quantity.Units;
        var market = trade.Trigger == default ? trade.Price : trade.Trigger;
        var judged = order.Judged == default ? market : order.Judged;
        Realised += realised;
        Decided -= new Money(checked(units * judged.Scaled));
        Delayed -= new Money(checked(units * (market.Scaled - judged.Scaled)));
        Filled -= new Money(checked(units * (trade.Price.Scaled - market.Scaled)));
        Trades++;
    }

    public void Settle(Money realised, long units, Price price)
    {
        Realised += realised;
        Decided -= new Money(checked(units * price.Scaled));
    }

    public void CloseDay(Money charges) => ChargesBefore += charges;
}
