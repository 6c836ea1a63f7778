using System.Globalization;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Sqlite.Journal;

/// <summary>
/// Writes the facts that the journal keeps, driven by one thread: all there are in one transaction; only when they are durable it
/// answers the commands that caused them and tells the line. Other threads may call <see cref="Wake"/> and read <see cref="State"/>.
/// </summary>
internal sealed class JournalWriter : IDisposable
{
    private readonly FactReader _facts;
    private readonly JournalAnswers _answers;
    private readonly Action<long, JournalHealth> _synced;
    private readonly TimeProvider _time;
    private readonly JournalKeeper _keeper;
    private readonly JournalScribe _scribe;
    private readonly AutoResetEvent _woken = new(false);
    private readonly string _remark;
    private long _through;
    private long _told;
    private bool _hasHole;
    private JournalHealth _health = JournalHealth.Sound;
    private volatile PartState _state;

    /// <param name="file">Begun for this run.</param>
    /// <param name="instruments">The table by which the facts name instruments.</param>
    /// <param name="facts">Its own place in the outbox, before the first input.</param>
    /// <param name="answers">Who is told of what is durable.</param>
    /// <param name="synced">Tells the line up to which fact all is durable and what the journal can do; must not wait for it.</param>
    /// <param name="time">For the pace of tries after a failure.</param>
    public JournalWriter(JournalFile file, InstrumentTable instruments, FactReader facts, JournalAnswers answers,
        Action<long, JournalHealth> synced, TimeProvider time)
    {
        (_facts, _answers, _synced, _time, _remark) = (facts, answers, synced, time, file.Remark);
        _keeper = new JournalKeeper(file);
        _scribe = new JournalScribe(file.Run, instruments, file.End);
        _through = facts.Through;
        _state = Describe();
    }

    /// <summary>How the journal does, with the true reason when it struggles.</summary>
    public PartState State => _state;

    /// <summary>Called by the engine's thread after an input that said something for the journal.</summary>
    public void Wake() => _woken.Set();

    /// <summary>
    /// Writes and tells what there is; without anything waits to be woken, at most that long. False when nothing was read.
    /// </summary>
    public bool WriteNext(int milliseconds)
    {
        var read = ReadFacts();
        if (!read && _woken.WaitOne(milliseconds)) read = ReadFacts();
        _keeper.Settle((long)_time.GetElapsedTime(0).TotalMilliseconds);
        Tell();
        return read;
    }

    /// <summary>What stands in the emergency file stays there for the next start.</summary>
    public void Dispose()
    {
        _keeper.Dispose();
        _woken.Dispose();
    }

    private bool ReadFacts()
    {
        var (hasRead, rows) = (false, 0);
        while (rows < JournalKeeper.RowsPerCommit && _facts.TryRead(out var fact, out var command))
        {
            hasRead = true;
            if (!_hasHole) _through = fact.Number;
            if (fact.IsJournaled && !_hasHole)
            {
                _keeper.Add(_scribe.Compose(fact, command));
                rows++;
            }

            _answers.Note(fact);
        }

        if (_facts.HasMissedJournaled) _hasHole = true;
        return hasRead;
    }

    /// <summary>After a hole nothing is durable any more: what was missed may have been money.</summary>
    private void Tell()
    {
        var through = _keeper.FirstUnsafe is { } row ? row.Fact - 1 : _through;
        var health = _hasHole ? JournalHealth.Lost : _keeper.Health;
        var isNews = _keeper.Durable != _told || health != _health;
        (_told, _health) = (_keeper.Durable, health);
        _answers.Release(through);
        if (!isNews) return;
        _state = Describe();
        _synced(through, health);
    }

    private PartState Describe()
    {
        var (health, sentence) = _health switch
        {
            _ when _hasHole => (PartHealth.Failed,
                "Facts about money passed the journal by while the disk did not answer: nothing leaves the desk until its next start."),
            JournalHealth.Sound => (PartHealth.Well, "Every fact about money is written before it counts."),
            JournalHealth.Emergency => (PartHealth.Struggling, string.Create(CultureInfo.InvariantCulture,
                $"The journal cannot be written: {Reason}; {_keeper.Waiting:N0} rows stand in the emergency file." +
                $" Only exits and cancels.")),
            _ => (PartHealth.Failed, string.Create(CultureInfo.InvariantCulture,
                $"The journal cannot be written: {Reason}; nor its emergency file: {_keeper.EmergencyFault}. Nothing leaves the desk.")),
        };
        return new PartState(health, _remark.Length == 0 ? sentence : $"{sentence} {_remark}", _keeper.Written, _keeper.Waiting, 0);
    }

    private string Reason => _keeper.Fault?.Reason.TrimEnd('.') ?? "";
}
