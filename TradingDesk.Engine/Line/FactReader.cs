using TradingDesk.Engine.Commands;

namespace TradingDesk.Engine.Line;

/// <summary>One reader's place in the outbox; used by one thread.</summary>
internal sealed class FactReader(Outbox outbox, long through)
{
    private long _through = through;
    private bool _isPassed;

    /// <summary>The number of the last fact read.</summary>
    public long Through => Volatile.Read(ref _through);

    /// <summary>Facts this reader will never see because it was too slow.</summary>
    public long Missed { get; private set; }

    /// <summary>Whether facts that the journal keeps may be among those missed.</summary>
    public bool HasMissedJournaled { get; private set; }

    /// <summary>Set when the engine went on without this reader; cleared when the reader has caught up.</summary>
    public bool IsPassed
    {
        get => Volatile.Read(ref _isPassed);
        set => Volatile.Write(ref _isPassed, value);
    }

    /// <summary>The next fact. A reader that was passed goes on with the newest and finds Missed raised.</summary>
    public bool TryRead(out DeskFact fact) => TryRead(out fact, out _);

    /// <summary>The next fact with the command that caused it, where it carries one.</summary>
    public bool TryRead(out DeskFact fact, out SubmittedCommand? command)
    {
        var next = _through + 1;
        if (next > outbox.Published)
        {
            (fact, command) = (default, null);
            return false;
        }

        if (outbox.TryCopy(next, out fact, out command) && !IsPassed)
        {
            Volatile.Write(ref _through, next);
            return true;
        }

        HasMissedJournaled |= outbox.Journaled > _through;
        var newest = outbox.Published;
        Missed += newest - _through;
        Volatile.Write(ref _through, newest);
        IsPassed = false;
        return false;
    }
}
