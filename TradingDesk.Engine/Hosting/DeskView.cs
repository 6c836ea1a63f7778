using System.Collections.Concurrent;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;

namespace TradingDesk.Engine.Hosting;

/// <summary>The public window over a running desk: snapshots of the projector, levels of the board, candles of the store.</summary>
internal sealed class DeskView(DeskProjector projector, LevelBoard board, ChartHistory history, TradingCalendar calendar)
    : IDeskView
{
    private const int CandlesMost = 5_000;

    /// <summary>The last reading of each rung that any page looked at, so that all pages share one object.</summary>
    private readonly ConcurrentDictionary<(InstrumentId, Timeframe), ((int, int, int) Stamp, RungReading Reading)> _read = new();

    private readonly ConcurrentDictionary<InstrumentId, (int Version, DepthReading Reading)> _books = new();

    public DeskSnapshot Current => projector.Current;

    public RungReading? ReadRung(InstrumentId instrument, Timeframe timeframe)
    {
        var rungs = board.Rungs;
        for (var rung = 0; rung < rungs.Timeframes.Count; rung++)
        {
            if (rungs.Timeframes[rung] == timeframe) return Read(rungs, instrument, rung, timeframe);
        }

        return null;
    }

    public DepthReading? ReadDepth(InstrumentId instrument)
    {
        var version = board.Read(instrument, out Depth depth);
        if (version == 0) return null;
        if (_books.TryGetValue(instrument, out var before) && before.Version == version) return before.Reading;
        var reading = new DepthReading(depth.Time, Rows(depth, depth.Bids), Rows(depth, depth.Offers));
        _books[instrument] = (version, reading);
        return reading;
    }

    public Task<CandleHistory> ReadHistoryAsync(InstrumentId instrument, Timeframe timeframe, int count, Instant? before,
        CancellationToken cancel)
    {
        var until = before ?? projector.Current.Market.MarketTime.PlusSeconds(1);
        return Task.Run(() => Read(instrument, timeframe, Math.Clamp(count, 1, CandlesMost), until), cancel);
    }

    /// <summary>A store that cannot be read is an IOException with its reason, which a page can say.</summary>
    private CandleHistory Read(InstrumentId instrument, Timeframe timeframe, int count, Instant before)
    {
        try
        {
            return history.Read(instrument, timeframe, count, before);
        }
        catch (Exception error) when (StoreFault.From(error) is { } fault)
        {
            throw new IOException($"The stored candles cannot be read: {fault.Reason}.", error);
        }
    }

    /// <summary>The rung with the second that forms now merged into it, so that the candle moves with every tick.</summary>
    private RungReading? Read(RungLevels rungs, InstrumentId instrument, int rung, Timeframe timeframe)
    {
        Span<double> values = stackalloc double[rungs.Columns];
        var version = rungs.Read(instrument, rung, out var forming, out var consumed, values);
        var quoteVersion = board.Read(instrument, out _, out var second, out _);
        var stamp = (rungs.Version, version, quoteVersion);
        if (_read.TryGetValue((instrument, timeframe), out var before) && before.Stamp == stamp) return before.Reading;
        if (!second.IsEmpty && second.Start >= consumed) TakeIn(ref forming, second, timeframe);
        if (forming.IsEmpty) return null;
        var peeked = new double?[values.Length];
        for (var column = 0; column < peeked.Length; column++) peeked[column] = double.IsNaN(values[column]) ? null : values[column];
        var reading = new RungReading(forming.View(), peeked);
        _read[(instrument, timeframe)] = (stamp, reading);
        return reading;
    }

    /// <summary>A candle's first second opens it, each later one is merged.</summary>
    private void TakeIn(ref Candle forming, in Candle second, Timeframe timeframe)
    {
        if (!forming.IsEmpty)
        {
            if (second.Start < forming.End) forming.Merge(second);
        }
        else if (calendar.TryGetSession(second.Start, out var session))
        {
            forming = second;
            forming.Start = session.StartOf(second.Start, timeframe);
            forming.Seconds = timeframe.Seconds;
        }
    }

    private static List<DepthRow> Rows(in Depth depth, in DepthSide side)
    {
        var rows = new List<DepthRow>(Depth.Levels);
        foreach (var level in side)
        {
            if (level.Quantity > 0) rows.Add(new DepthRow(depth.PriceOf(level), level.Quantity));
        }

        return rows;
    }
}
