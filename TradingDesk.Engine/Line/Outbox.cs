namespace TradingDesk.Engine.Line;

/// <summary>
/// The line's way out: a ring of numbered facts, one writer, several readers that each keep their own place. No input is taken
/// unless its worst case fits; a reader that holds the engine up for too long is passed and told so.
/// </summary>
internal sealed class Outbox
{
    private readonly DeskFact[] _facts;
    private readonly int _mask;
    private readonly List<FactReader> _readers = [];
    private long _writing;
    private long _published;

    public Outbox(int capacity)
    {
        _facts = new DeskFact[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)capacity)];
        _mask = _facts.Length - 1;
    }

    public int Capacity => _facts.Length;

    /// <summary>The number of the newest fact.</summary>
    public long Published => Volatile.Read(ref _published);

    /// <summary>Facts not yet read by the slowest reader that the engine waits for.</summary>
    public int Depth
    {
        get
        {
            var slowest = Published;
            foreach (var reader in _readers) slowest = Math.Min(slowest, reader.Through);
            return (int)(Published - slowest);
        }
    }

    /// <summary>Adds a reader that the engine waits for, from the next fact on; readers are added before the first input.</summary>
    public FactReader AddReader()
    {
        var reader = new FactReader(this, Published);
        _readers.Add(reader);
        return reader;
    }

    /// <summary>Whether that many facts fit without overwriting what a reader still has to read.</summary>
    public bool HasRoom(int facts)
    {
        foreach (var reader in _readers)
        {
            if (!reader.IsPassed && Published + facts - reader.Through > Capacity) return false;
        }

        return true;
    }

    /// <summary>Lets the engine go on past readers that leave no room; each will find that it missed facts.</summary>
    public void PassSlowReaders(int facts)
    {
        foreach (var reader in _readers)
        {
            if (Published + facts - reader.Through > Capacity) reader.IsPassed = true;
        }
    }

    /// <summary>The next fact's place, cleared and numbered; written in place and then published.</summary>
    public ref DeskFact Next()
    {
        Volatile.Write(ref _writing, _published + 1);
        Volatile.WriteBarrier();
        ref var fact = ref _facts[(_published + 1) & _mask];
        fact = default;
        fact.Number = _published + 1;
        return ref fact;
    }

    public void Publish() => Volatile.Write(ref _published, _published + 1);

    internal bool TryCopy(long number, out DeskFact fact)
    {
        fact = _facts[number & _mask];
        Volatile.ReadBarrier();
        return Volatile.Read(ref _writing) - number < Capacity;
    }
}
