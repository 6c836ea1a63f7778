using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line;

/// <summary>The forming candle and the peeked indicator values of every instrument on one set of timeframes and columns.</summary>
internal sealed class RungLevels(int version, int instruments, IReadOnlyList<Timeframe> timeframes, int columns)
{
    private readonly RungCell[] _cells = new RungCell[instruments * timeframes.Count];
    private readonly double[] _values = new double[instruments * timeframes.Count * columns];

    public static RungLevels Empty { get; } = new(0, 0, [], 0);

    /// <summary>Raised by one with each change of timeframes or indicators.</summary>
    public int Version => version;

    public IReadOnlyList<Timeframe> Timeframes => timeframes;

    public int Columns => columns;

    /// <summary>Opens a rung's cell for writing: its candle and the span for its values, to be sealed with <see cref="Seal"/>.</summary>
    public Span<double> Open(InstrumentId id, int rung, in Candle forming, Instant consumed)
    {
        var place = (id.Index * timeframes.Count) + rung;
        ref var cell = ref _cells[place];
        LevelBoard.Step(ref cell.Version);
        Volatile.WriteBarrier();
        cell.Forming = forming;
        cell.Consumed = consumed;
        return _values.AsSpan(place * columns, columns);
    }

    public void Seal(InstrumentId id, int rung)
    {
        Volatile.WriteBarrier();
        LevelBoard.Step(ref _cells[(id.Index * timeframes.Count) + rung].Version);
    }

    /// <summary>Copies a rung; gives its version, even, 0 before anything was written. A value is NaN until ready.</summary>
    public int Read(InstrumentId id, int rung, out Candle forming, out Instant consumed, Span<double> values)
    {
        var place = (id.Index * timeframes.Count) + rung;
        ref var cell = ref _cells[place];
        while (true)
        {
            var version = Volatile.Read(ref cell.Version);
            (forming, consumed) = (cell.Forming, cell.Consumed);
            _values.AsSpan(place * columns, columns).CopyTo(values);
            Volatile.ReadBarrier();
            if ((version & 1) == 0 && version == Volatile.Read(ref cell.Version)) return version;
            Thread.SpinWait(8);
        }
    }

    private struct RungCell
    {
        public int Version;
        public Candle Forming;

        /// <summary>Seconds before this moment are in the candle.</summary>
        public Instant Consumed;
    }
}
