using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line;

/// <summary>
/// The line's way in: a bounded ring, many writers, one reader. When full, a feed waits and a command is refused; the last places
/// are kept for kill, cancel and exit.
/// </summary>
internal sealed class Inbox
{
    private readonly Slot[] _slots;
    private readonly int _mask;
    private readonly int _capacity;
    private readonly TimeProvider _time;
    private readonly double _nanosPerStamp;
    private readonly object _wakeUp = new();
    private bool _readerSleeps;
    private long _tail;
    private long _head;
    private long _waits;
    private long _commandsRefused;

    public Inbox(int capacity, TimeProvider time)
    {
        _capacity = capacity;
        _time = time;
        _nanosPerStamp = (double)Instant.NanosPerSecond / time.TimestampFrequency;
        _slots = new Slot[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)capacity)];
        _mask = _slots.Length - 1;
        for (var i = 0; i < _slots.Length; i++) _slots[i].Turn = i;
    }

    public int Capacity => _capacity;

    public int Depth => (int)Math.Max(0, Volatile.Read(ref _tail) - Volatile.Read(ref _head));

    /// <summary>How often a feed found the line full and had to wait.</summary>
    public long Waits => Volatile.Read(ref _waits);

    public long CommandsRefused => Volatile.Read(ref _commandsRefused);

    /// <summary>Puts a tick, a book, a candle or the time on the line, waiting while it is full.</summary>
    public void Post(in DeskInput input, CancellationToken stop)
    {
        if (TryAdd(input, _capacity - Limits.ReservedPlaces)) return;
        Interlocked.Increment(ref _waits);
        var spin = new SpinWait();
        while (!stop.IsCancellationRequested && !TryAdd(input, _capacity - Limits.ReservedPlaces)) spin.SpinOnce();
    }

    /// <summary>Puts a command on the line, or says that it is busy.</summary>
    public bool TryPostCommand(in DeskInput input)
    {
        if (TryAdd(input, _capacity - Limits.ReservedPlaces)) return true;
        Interlocked.Increment(ref _commandsRefused);
        return false;
    }

    /// <summary>The reader's: takes the next input if there is one.</summary>
    public bool TryRead(out DeskInput input)
    {
        ref var slot = ref _slots[_head & _mask];
        if (Volatile.Read(ref slot.Turn) != _head + 1)
        {
            input = default;
            return false;
        }

        input = slot.Input;
        if (input.Cargo is not null) slot.Input = default;
        Volatile.Write(ref slot.Turn, _head + _slots.Length);
        Volatile.Write(ref _head, _head + 1);
        return true;
    }

    /// <summary>The reader's: sleeps until something is posted or the time is over.</summary>
    public void WaitForInput(int milliseconds)
    {
        lock (_wakeUp)
        {
            Volatile.Write(ref _readerSleeps, true);
            Interlocked.MemoryBarrier();
            if (Depth == 0) Monitor.Wait(_wakeUp, milliseconds);
            Volatile.Write(ref _readerSleeps, false);
        }
    }

    private bool TryAdd(in DeskInput input, int most)
    {
        while (true)
        {
            var tail = Volatile.Read(ref _tail);
            if (tail - Volatile.Read(ref _head) >= most) return false;
            ref var slot = ref _slots[tail & _mask];
            if (Volatile.Read(ref slot.Turn) != tail) continue;
            if (Interlocked.CompareExchange(ref _tail, tail + 1, tail) != tail) continue;
            slot.Input = input with { MonotonicNanos = (long)(_time.GetTimestamp() * _nanosPerStamp) };
            Volatile.Write(ref slot.Turn, tail + 1);
            Wake();
            return true;
        }
    }

    private void Wake()
    {
        Interlocked.MemoryBarrier();
        if (!Volatile.Read(ref _readerSleeps)) return;
        lock (_wakeUp) Monitor.Pulse(_wakeUp);
    }

    private struct Slot
    {
        /// <summary>Equal to the place's number when free for a writer, one more when filled for the reader.</summary>
        public long Turn;

        public DeskInput Input;
    }
}
