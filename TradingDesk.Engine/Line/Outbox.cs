using TradingDesk.Engine.Commands;

namespace TradingDesk.Engine.Line;

/// <summary>
/// The line's way out: a ring of numbered facts, one writer, several readers that each keep their own place. No input is taken
/// unless its worst case fits; a reader that holds the engine up for too long is passed and told so.
/// </summary>
internal sealed class Outbox
{
    private readonly DeskFact[] _facts;
    private readonly SubmittedCommand?[] _commands;
    private readonly int _mask;
    private readonly List<FactReader> _readers = [];
    private long _writing;
    private long _published;
    private long _journaled;

    public Outbox(int capacity)
    {
        _facts = new DeskFact[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)capacity)];
        _commands = new SubmittedCommand?[_facts.Length];
        _mask = _facts.Length - 1;
    }

    public int Capacity => _facts.Length;

    /// <summary>The number of the newest fact.</summary>
    public long Published => Volatile.Read(ref _published);

    /// <summary>The number of the newest fact that the journal keeps; written before it is published.</summary>
    public long Journaled => Volatile.Read(ref _journaled);

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
        var place = (_published + 1) & _mask;
        _commands[place] = null;
        ref var fact = ref _facts[place];
        fact = default;
        fact.Number = _published + 1;
        return ref fact;
    }

    /// <summary>Gives the fact that is being written the command that caused it: what the journal keeps beside its bytes.</summary>
    public void Carry(SubmittedCommand command) => _commands[(_published + 1) & _mask] = command;

    public void Publish()
    {
        var number = _published + 1;
        if (_facts[number & _mask].IsJournaled) Volatile.Write(ref _journaled, number);
        Volatile.Write(ref _published, number);
    }

    internal bool TryCopy(long number, out DeskFact fact, out SubmittedCommand? command)
    {
        fact = _facts[number & _mask];
        command = Volatile.Read(ref _commands[number & _mask]);
        Volatile.ReadBarrier();
        return Volatile.Read(ref _writing) - number < Capacity;
    }
}
