using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line;

/// <summary>
/// Of every instrument on one set of timeframes and indicators: the forming candle, the indicators peeked on it and those of the last
/// close.
/// </summary>
internal sealed class RungLevels
{
    private readonly RungCell[] _cells;
    private readonly double[] _peeked;
    private readonly double[] _confirmed;

    /// <param name="version">Raised by one with each change of timeframes or indicators.</param>
    /// <param name="instruments">How many instruments.</param>
    /// <param name="timeframes">The rungs, in order.</param>
    /// <param name="columns">Columns of the widest list; a rung with a narrower one leaves the rest.</param>
    public RungLevels(int version, int instruments, IReadOnlyList<Timeframe> timeframes, int columns)
    {
        (Version, Timeframes, Columns) = (version, timeframes, columns);
        _cells = new RungCell[instruments * timeframes.Count];
        _peeked = new double[_cells.Length * columns];
        _confirmed = new double[_cells.Length * columns];
        foreach (ref var cell in _cells.AsSpan()) cell.Candles = -1;
    }

    public static RungLevels Empty { get; } = new(0, 0, [], 0);

    public int Version { get; }

    public IReadOnlyList<Timeframe> Timeframes { get; }

    public int Columns { get; }

    /// <summary>The version of the indicator lists it shows.</summary>
    public int IndicatorVersion { get; init; }

    /// <summary>The text of those lists.</summary>
    public string Indicators { get; init; } = "";

    /// <summary>
    /// Opens a rung's cell for writing, to be sealed with <see cref="Seal"/>: gives the span for the peeked values, and the one for the
    /// confirmed values if they are of fewer or more closed candles than these.
    /// </summary>
    public Span<double> Open(InstrumentId id, int rung, in Candle forming, Instant consumed, int candles, out Span<double> confirmed)
    {
        var place = (id.Index * Timeframes.Count) + rung;
        ref var cell = ref _cells[place];
        LevelBoard.Step(ref cell.Version);
        Volatile.WriteBarrier();
        cell.Forming = forming;
        cell.Consumed = consumed;
        confirmed = cell.Candles == candles ? default : _confirmed.AsSpan(place * Columns, Columns);
        cell.Candles = candles;
        return _peeked.AsSpan(place * Columns, Columns);
    }

    public void Seal(InstrumentId id, int rung)
    {
        Volatile.WriteBarrier();
        LevelBoard.Step(ref _cells[(id.Index * Timeframes.Count) + rung].Version);
    }

    /// <summary>Copies a rung; gives its version, even, 0 before anything was written. A value is NaN until ready.</summary>
    public int Read(InstrumentId id, int rung, out RungLevel level, Span<double> peeked, Span<double> confirmed)
    {
        var place = (id.Index * Timeframes.Count) + rung;
        ref var cell = ref _cells[place];
        while (true)
        {
            var version = Volatile.Read(ref cell.Version);
            level = new RungLevel(cell.Forming, cell.Consumed, cell.Candles);
            _peeked.AsSpan(place * Columns, peeked.Length).CopyTo(peeked);
            _confirmed.AsSpan(place * Columns, confirmed.Length).CopyTo(confirmed);
            Volatile.ReadBarrier();
            if ((version & 1) == 0 && version == Volatile.Read(ref cell.Version)) return version;
            Thread.SpinWait(8);
        }
    }

    private struct RungCell
    {
        public int Version;

        /// <summary>Closed candles that the confirmed values are of; -1 before they were written.</summary>
        public int Candles;

        public Candle Forming;

        /// <summary>Seconds before this moment are in the candle.</summary>
        public Instant Consumed;
    }
}
