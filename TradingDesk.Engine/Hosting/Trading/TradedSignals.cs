using TradingDesk.Engine.Line;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Storage.Sqlite.Journal;

namespace TradingDesk.Engine.Hosting.Trading;

/// <summary>
/// The signals that became intents which were traded. A row of the journal never changes, so each is read once for all who look; of any
/// thread.
/// </summary>
internal sealed class TradedSignals(JournalReader journal)
{
    private const int Most = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<int, SignalTerms?> _known = [];

    /// <summary>Null for what a hand wanted, and for what the desk itself left.</summary>
    public SignalTerms? Of(int intent)
    {
        lock (_lock)
        {
            if (_known.TryGetValue(intent, out var signal)) return signal;
            if (_known.Count >= Most) _known.Clear();
            return _known[intent] = Read(intent);
        }
    }

    private SignalTerms? Read(int intent)
    {
        if (journal.Life(intent) is not [var accepted, ..] || accepted.Kind != FactKind.IntentAccepted) return null;
        var terms = accepted.ToFact().Intent;
        return terms.Signal == 0 ? null : journal.SignalBefore(accepted.Seq, terms.Run, terms.Signal)?.ToFact().Signal;
    }
}
