using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Journal;

namespace TradingDesk.Engine.Hosting.Trading;

/// <summary>What the journal tells of orders and trades; one that cannot be read is an IOException that says why.</summary>
internal sealed class OrderHistory(JournalReader reader)
{
    /// <summary>The life of an intent and its orders.</summary>
    public IReadOnlyList<OrderStep> ReadLife(int intent) => Read(() => OrderLives.Of(reader.Life(intent)));

    /// <summary>The newest trades of an account, newest first, their instruments by that table.</summary>
    public IReadOnlyList<TradeView> ReadTrades(AccountId account, int count, InstrumentTable instruments) =>
        Read(() => reader.Trades(account, count).Select(row => TradeOf(row, instruments)).ToArray());

    private static TradeView TradeOf(JournalRow row, InstrumentTable instruments)
    {
        if (!instruments.TryFind(row.Segment, row.Token, out var instrument))
            throw new InvalidDataException("The journal holds a trade of an instrument that this desk does not know.");
        var fact = row.ToFact();
        var trade = fact.Order;
        return new TradeView(trade.Order, instrument!.Id, fact.At, trade.Side, trade.Quantity, trade.Price)
        {
            Number = trade.FillId,
            Why = OrderLives.WhyOf(trade.Why),
            IsLate = trade.Verdict == OrderVerdict.LateFill,
        };
    }

    private static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (StoreFault.From(error) is { } fault)
        {
            throw new IOException($"The journal cannot be read: {fault.Reason}.", error);
        }
    }
}
