using System.Runtime.InteropServices;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line;

/// <summary>
/// The line's way in: a bounded ring, many writers, one reader. When full, a feed waits and a command is refused; the last places
/// are kept for commands, the very last for kill, cancel and exit.
/// </summary>
internal sealed class Inbox
{
    /// <summary>Looks at an empty line before the reader sleeps: some microseconds, less than sleeping and waking costs.</summary>
    private const int LooksBeforeSleep = 200;

    private readonly Slot[] _slots;
    private readonly int _mask;
    private readonly int _capacity;
    private readonly TimeProvider _time;
    private readonly double _nanosPerStamp;
    private readonly object _wakeUp = new();
    private Ends _ends;
    private long _waits;
    private long _commandsRefused;

    public Inbox(int capacity, TimeProvider time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(capacity, Limits.ReservedPlaces);
        _capacity = capacity;
        _time = time;
        _nanosPerStamp = (double)Instant.NanosPerSecond / time.TimestampFrequency;
        _slots = new Slot[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)capacity)];
        _mask = _slots.Length - 1;
        for (var i = 0; i < _slots.Length; i++) _slots[i].Turn = i;
    }

    public int Capacity => _capacity;

    /// <summary>A feed that fills the line leaves a sixteenth of it to commands: a hurried market must not deafen the desk.</summary>
    private int FeedPlaces => Math.Max(1, (_capacity - Limits.ReservedPlaces) * 15 / 16);

    public int Depth => (int)Math.Max(0, Volatile.Read(ref _ends.Tail) - Volatile.Read(ref _ends.Head));

    /// <summary>How often a feed found the line full and had to wait.</summary>
    public long Waits => Volatile.Read(ref _waits);

    public long CommandsRefused => Volatile.Read(ref _commandsRefused);

    /// <summary>Puts a tick, a book, a candle or the time on the line, waiting while it is full.</summary>
    public void Post(in DeskInput input, CancellationToken stop)
    {
        Volatile.Write(ref _ends.NewestAt, input.At.Nanos);
        if (TryAdd(input, FeedPlaces)) return;
        Interlocked.Increment(ref _waits);
        var spin = new SpinWait();
        while (!stop.IsCancellationRequested && !TryAdd(input, FeedPlaces)) spin.SpinOnce();
    }

    /// <summary>Puts an answer from outside the market on the line as a command is put, but waits while it is full.</summary>
    public void PostNow(in DeskInput answer, CancellationToken stop)
    {
        var spin = new SpinWait();
        while (!stop.IsCancellationRequested)
        {
            var input = answer with { At = new Instant(Volatile.Read(ref _ends.NewestAt)) };
            if (TryAdd(input, _capacity - Limits.ReservedPlaces)) return;
            spin.SpinOnce();
        }
    }

    /// <summary>
    /// Puts a command on the line, or says that it is busy. It happens when the line's newest input did: a clock read by the one who
    /// gives it could be ahead of ticks still to come, and would close their candles without them.
    /// </summary>
    public bool TryPostCommand(in DeskInput command)
    {
        var input = command with { At = new Instant(Volatile.Read(ref _ends.NewestAt)) };
        if (TryAdd(input, _capacity - Limits.ReservedPlaces)) return true;
        Interlocked.Increment(ref _commandsRefused);
        return false;
    }

    /// <summary>
    /// Puts a command that reduces what is at risk, or word from the journal, on the line: they may take the places no other may, and
    /// never wait.
    /// </summary>
    public bool TryPostNews(in DeskInput news) =>
        TryAdd(news with { At = new Instant(Volatile.Read(ref _ends.NewestAt)) }, _capacity);

    /// <summary>The reader's: takes the next input if there is one.</summary>
    public bool TryRead(out DeskInput input)
    {
        var head = _ends.Head;
        ref var slot = ref _slots[head & _mask];
        if (Volatile.Read(ref slot.Turn) != head + 1)
        {
            input = default;
            return false;
        }

        input = slot.Input;
        if (input.Cargo is not null) slot.Input = default;
        Volatile.Write(ref slot.Turn, head + _slots.Length);
        Volatile.Write(ref _ends.Head, head + 1);
        return true;
    }

    /// <summary>The reader's: sleeps until something is posted or the time is over; says whether there is an input.</summary>
    public bool WaitForInput(int milliseconds)
    {
        for (var look = 0; look < LooksBeforeSleep; look++)
        {
            if (HasInput) return true;
            Thread.SpinWait(1);
        }

        lock (_wakeUp)
        {
            Volatile.Write(ref _ends.ReaderSleeps, true);
            Interlocked.MemoryBarrier();
            if (!HasInput) Monitor.Wait(_wakeUp, milliseconds);
            Volatile.Write(ref _ends.ReaderSleeps, false);
        }

        return HasInput;
    }

    private bool HasInput => Volatile.Read(ref _slots[_ends.Head & _mask].Turn) == _ends.Head + 1;

    private bool TryAdd(in DeskInput input, int most)
    {
        while (true)
        {
            var tail = Volatile.Read(ref _ends.Tail);
            if (tail - Volatile.Read(ref _ends.Head) >= most) return false;
            ref var slot = ref _slots[tail & _mask];
            if (Volatile.Read(ref slot.Turn) != tail) continue;
            if (Interlocked.CompareExchange(ref _ends.Tail, tail + 1, tail) != tail) continue;
            slot.Input = input with { MonotonicNanos = (long)(_time.GetTimestamp() * _nanosPerStamp) };
            Volatile.Write(ref slot.Turn, tail + 1);
            Wake();
            return true;
        }
    }

    private void Wake()
    {
        Interlocked.MemoryBarrier();
        if (!Volatile.Read(ref _ends.ReaderSleeps)) return;
        lock (_wakeUp)
        {
            // Woken once: until it runs, which takes a while on a busy machine, further writers go on without the lock.
            Volatile.Write(ref _ends.ReaderSleeps, false);
            Monitor.Pulse(_wakeUp);
        }
    }

    private struct Slot
    {
        /// <summary>Equal to the place's number when free for a writer, one more when filled for the reader.</summary>
        public long Turn;

        public DeskInput Input;
    }

    /// <summary>What writers and what the reader change, on cache lines of their own: neither slows the other.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 4 * LineBytes)]
    private struct Ends
    {
        private const int LineBytes = 64;

        /// <summary>The next place a writer takes.</summary>
        [FieldOffset(LineBytes)] public long Tail;

        /// <summary>When the newest input of a feed happened, in nanoseconds.</summary>
        [FieldOffset(LineBytes + sizeof(long))] public long NewestAt;

        /// <summary>The next place the reader reads.</summary>
        [FieldOffset(2 * LineBytes)] public long Head;

        [FieldOffset(3 * LineBytes)] public bool ReaderSleeps;
    }
}
