using System.Collections.Immutable;
using TradingDesk.Engine.People;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.People;

namespace TradingDesk.Engine.Hosting.People;

/// <summary>
/// Who may sit at the desk, in memory and on the disk. Readers take the state without waiting; changes are decided one at a time, and count
/// only once they are on the disk with their lines of the audit. A store that cannot be written refuses every change.
/// </summary>
internal sealed class PeopleBook : IDisposable
{
    private readonly PeopleStore _store;
    private readonly TimeProvider _time;
    private readonly Lock _deciding = new();
    private PeopleState _state;
    private ChainEnd _end;

    private PeopleBook(PeopleStore store, PeopleRows rows, TimeProvider time)
    {
        (_store, _time, _state, _end) = (store, time, PeopleState.Of(rows), rows.AuditEnd);
        AuditTrouble = store.CheckAudit();
    }

    /// <summary>A store that cannot be used ends the start: a desk that does not know its people lets nobody in.</summary>
    public static PeopleBook Open(string path, TimeProvider time) =>
        PeopleStore.TryOpen(path, out var rows, out var refusal) is { } store
            ? new PeopleBook(store, rows!, time)
            : throw new DeskRefusedException(refusal);

    public PeopleStore Store => _store;

    public PeopleState State => Volatile.Read(ref _state);

    /// <summary>What the start found wrong with the audit's chain, or empty.</summary>
    public string AuditTrouble { get; }

    /// <summary>The wall clock: people live by it, not by a market's time.</summary>
    public Instant Now => Instant.From(_time.GetUtcNow());

    public PeopleAnswer Change(Func<PeopleState, Instant, PeopleDecision> decide)
    {
        lock (_deciding)
        {
            var decision = decide(_state, Now);
            var rows = Number(decision.Remarks);
            var change = decision.Change with { Audit = rows };
            var isNothing = change is { Persons: [], Sessions: [], Ended: [], Audit: [] };
            if (!isNothing && !_store.TryWrite(change, out var refusal)) return NotKept(refusal);
            if (rows is [.., var last]) _end = new ChainEnd(last.Entry.Number, Convert.FromHexString(last.Hash));
            Volatile.Write(ref _state, _state.With(change));
            return decision.Answer;
        }
    }

    /// <summary>The newest lines of the audit before a number, newest first.</summary>
    public bool TryReadAudit(long before, int most, out IReadOnlyList<AuditEntry> newestFirst, out string refusal)
    {
        var isRead = _store.TryReadAudit(before, most, out var rows, out refusal);
        newestFirst = [.. rows.Select(row => row.Entry)];
        return isRead;
    }

    /// <summary>Walks the whole audit; what is wrong with it is a sentence, empty is sound.</summary>
    public string CheckAudit()
    {
        lock (_deciding) return _store.CheckAudit();
    }

    public void Dispose() => _store.Dispose();

    /// <summary>A write that failed after all of it was on the disk counts: what the disk has is what a start would know.</summary>
    private PeopleAnswer NotKept(string refusal)
    {
        if (_store.Read(out _) is { } rows && rows.AuditEnd.Seq > _end.Seq)
        {
            _end = rows.AuditEnd;
            Volatile.Write(ref _state, PeopleState.Of(rows));
        }

        return PeopleAnswer.Refused("store", refusal);
    }

    private ImmutableArray<AuditRow> Number(IReadOnlyList<Remark> remarks)
    {
        var (number, hash) = (_end.Seq, Convert.ToHexStringLower(_end.Hash));
        var rows = ImmutableArray.CreateBuilder<AuditRow>(remarks.Count);
        foreach (var said in remarks)
        {
            var row = AuditRow.After(hash,
                new AuditEntry(++number, Now, said.By, said.From, said.What, said.About, said.Before, said.After));
            rows.Add(row);
            hash = row.Hash;
        }

        return rows.ToImmutable();
    }
}
