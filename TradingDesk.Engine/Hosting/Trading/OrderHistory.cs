using TradingDesk.Engine.Hosting.Trading.Words;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Observation.Log;
using TradingDesk.Engine.Observation.Runs;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Engine.Storage.Sqlite.Journal;

namespace TradingDesk.Engine.Hosting.Trading;

/// <summary>What the journal tells of orders and trades; one that cannot be read is an IOException that says why.</summary>
internal sealed class OrderHistory(JournalReader reader)
{
    private readonly TradedSignals _signals = new(reader);
    private readonly DeniedIntents _denied = new(reader);

    /// <summary>The life of an intent and its orders, its instrument by that table and its candles from that store.</summary>
    public OrderLife ReadLife(int intent, InstrumentTable instruments, CandleReader candles) =>
        Read(() => OrderXray.Of(reader.Life(intent), instruments, candles));

    /// <summary>The newest intents of an account that were refused, newest first, their instruments by that table.</summary>
    public IReadOnlyList<OrderView> ReadDenied(AccountId account, InstrumentTable instruments) => Read(
        () => _denied.Read(account).Select(row => OrderLives.DeniedOf(row.ToFact(), InstrumentOf(row, instruments).Id)).ToArray());

    /// <summary>The newest trades of an account, newest first, instruments by that table, reasons in strategies' words.</summary>
    public IReadOnlyList<TradeView> ReadTrades(
        AccountId account, int count, InstrumentTable instruments, Func<RunId, IReadOnlyList<string>> reasonsOf) =>
        Read(() => reader.Trades(account, count)
            .Select(row => TradeOf(row, instruments) with { Reason = ReasonOf(row, reasonsOf) }).ToArray());

    /// <summary>Lines of the log, accounts and alerts by those names and instruments by that table.</summary>
    public LogPage ReadLog(LogQuery query, JournalNames names, InstrumentTable instruments) =>
        Read(() => new JournalLog(reader, names, instruments).Read(query));

    /// <summary>The newest signals of a run, newest first, in its strategy's words.</summary>
    public IReadOnlyList<SignalView> ReadSignals(RunId run, int count, IReadOnlyList<string> reasons) =>
        Read(() =>
        {
            var signals = reader.Signals(run, count);
            if (signals.Count == 0) return [];
            var intents = reader.IntentsBySignals(run, signals[^1].Seq).Select(row => row.ToFact().Intent)
                .ToLookup(intent => intent.Signal, intent => intent.Number);
            return signals.Select(row => SignalOf(row.ToFact(), reasons, intents)).ToArray();
        });

    private string ReasonOf(JournalRow row, Func<RunId, IReadOnlyList<string>> reasonsOf) =>
        _signals.Of(row.Intent) is { } signal ? SignalViews.ReasonOf(signal, reasonsOf(signal.Run)) : "";

    private static SignalView SignalOf(in DeskFact fact, IReadOnlyList<string> reasons, ILookup<int, int> intents) =>
        SignalViews.Of(fact.Signal, fact.Refusal, fact.At, reasons) with { Intents = [.. intents[fact.Signal.Number]] };

    private static TradeView TradeOf(JournalRow row, InstrumentTable instruments)
    {
        var fact = row.ToFact();
        var trade = fact.Order;
        return new TradeView(trade.Order, InstrumentOf(row, instruments).Id, fact.At, trade.Side, trade.Quantity, trade.Price)
        {
            Number = trade.FillId,
            Why = OrderLives.WhyOf(trade.Why),
            IsLate = trade.Verdict == OrderVerdict.LateFill,
        };
    }

    private static Instrument InstrumentOf(JournalRow row, InstrumentTable instruments) =>
        instruments.TryFind(row.Segment, row.Token, out var instrument)
            ? instrument! : throw new InvalidDataException("The journal names an instrument that this desk does not know.");

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
