namespace TradingDesk.Engine.Line.Levels;

/// <summary>
/// Places that the engine overwrites and anyone samples: each has a version, odd while it is written, so a reader copies, compares and
/// tries again; the writer never waits.
/// </summary>
internal sealed class LevelCells<T>(int capacity)
    where T : struct
{
    private readonly Cell[] _cells = new Cell[capacity];
    private long _changes;

    public int Capacity => capacity;

    /// <summary>Raised with every write, so that a sampler passes over a board on which nothing moved.</summary>
    public long Changes => Volatile.Read(ref _changes);

    public void Write(int place, in T level)
    {
        Open(place) = level;
        Seal(place);
    }

    /// <summary>What stands in a place, for its writer alone.</summary>
    public ref readonly T Of(int place) => ref _cells[place].Level;

    /// <summary>Opens a place, to change in it what has moved and to be sealed at once with <see cref="Seal"/>.</summary>
    public ref T Open(int place)
    {
        ref var cell = ref _cells[place];
        LevelBoard.Step(ref cell.Version);
        Volatile.WriteBarrier();
        return ref cell.Level;
    }

    public void Seal(int place)
    {
        Volatile.WriteBarrier();
        LevelBoard.Step(ref _cells[place].Version);
        Volatile.Write(ref _changes, _changes + 1);
    }

    /// <summary>The place's version; even, 0 before the first write.</summary>
    public int Read(int place, out T level)
    {
        ref var cell = ref _cells[place];
        while (true)
        {
            var version = Volatile.Read(ref cell.Version);
            level = cell.Level;
            Volatile.ReadBarrier();
            if ((version & 1) == 0 && version == Volatile.Read(ref cell.Version)) return version;
            Thread.SpinWait(8);
        }
    }

    /// <summary>The place's version without its content.</summary>
    public int VersionOf(int place) => Volatile.Read(ref _cells[place].Version);

    private struct Cell
    {
        public int Version;
        public T Level;
    }
}
