using System.Globalization;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Sqlite.Candles;

/// <summary>
/// The one writer of a candle store, driven by one thread: a store that cannot write makes candles wait, and only a full backlog loses
/// any, counted. Other threads may read <see cref="State"/> at any time.
/// </summary>
internal sealed class CandleWriter(
    Func<SqliteLink> open, long keepSeconds, int capacity = CandleWriter.DefaultCapacity, long logBytesMost = CandleWriter.LogBytesMost)
    : IDisposable
{
    /// <summary>About half an hour of 80 instruments without a disk, in some 20 MB.</summary>
    public const int DefaultCapacity = 200_000;

    public const int RowsPerFlush = 100;
    public const long FlushMilliseconds = 200;
    private const int RowsPerTransaction = 5_000;
    private const long BackOffMillisecondsMin = 100;
    private const long BackOffMillisecondsMax = 5_000;
    private const long SliceMilliseconds = 50;
    private const long FoldMilliseconds = 1_000;

    /// <summary>Some fifteen times what SQLite lets wait by itself.</summary>
    private const long LogBytesMost = 64 * 1_048_576;

    /// <summary>Rows deleted for each row written while any are too old: a desk that was behind catches up.</summary>
    private const int TrimmedPerWritten = 2;

    private const int DrainBusyMilliseconds = 2_000;

    private readonly CandleBacklog _backlog = new(capacity);
    private CandleSession? _session;
    private long? _waitingSince;
    private long _retryAt = long.MinValue;
    private long _backOff;
    private long _trimAt = long.MinValue;
    private long _foldAt = long.MinValue;
    private long _newestSecond;
    private long _sweptTo;

    private long _written;
    private int _waiting;
    private volatile CandleLoss _loss = CandleLoss.None;
    private volatile StoreFault? _fault;
    private volatile bool _wasRemoved;
    private bool _isDraining;

    public CandleWriter(CandleStore store, long keepSeconds) : this(store.OpenWriter, keepSeconds)
    {
    }

    /// <summary>How the writer does, with the true reason when it struggles; lost candles stay told until the desk starts again.</summary>
    public PartState State
    {
        get
        {
            var (fault, loss, written) = (_fault, _loss, Volatile.Read(ref _written));
            var waiting = Volatile.Read(ref _waiting);
            var health = fault is null && loss.Count == 0 && !_wasRemoved ? PartHealth.Well
                : fault is not null && waiting == capacity ? PartHealth.Failed
                : PartHealth.Struggling;
            return new PartState(health, Describe(fault, loss, waiting, _wasRemoved), written, waiting, loss.Count);
        }
    }

    /// <summary>Candles taken in and not yet written.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Whether the store lacks candles that this writer should have brought there.</summary>
    public bool HasLost => _loss.Count > 0 || _wasRemoved;

    /// <summary>Takes a closed candle in; a later flush writes it.</summary>
    public void Add(Segment segment, int token, in Candle candle)
    {
        if (_backlog.Add(new StoredCandle(segment, token, candle), out var dropped)) _loss = _loss.Plus(1, dropped.Candle.Start);
        if (candle.Seconds == 1) _newestSecond = Math.Max(_newestSecond, candle.Start.UnixSeconds);
        Volatile.Write(ref _waiting, _backlog.Count);
    }

    /// <summary>Counts facts that passed the writer by while it was held up; some of them were candles.</summary>
    public void Miss(long facts, Instant since) => _loss = _loss.Plus(facts, since);

    /// <summary>
    /// Writes one transaction when 100 candles wait or 200 ms have passed since a call first saw one; true when it wrote. With
    /// nothing due it may delete a slice of what is too old. Call it often: it answers at once when there is nothing to do.
    /// </summary>
    public bool TryFlush(long nowMilliseconds)
    {
        if (_backlog.Count > 0) _waitingSince ??= nowMilliseconds;
        if (nowMilliseconds < _retryAt) return false;
        if (IsDue(nowMilliseconds)) return TryWrite(nowMilliseconds);
        TrimIdly(nowMilliseconds);
        return false;
    }

    /// <summary>Writes everything before the desk stops, without waiting for a retry; answers how many candles could not be
    /// written.</summary>
    public int Drain(long nowMilliseconds)
    {
        _isDraining = true;
        while (_backlog.Count > 0 && TryWrite(nowMilliseconds))
        {
        }

        if (_backlog.Count == 0) TryMoveAll();
        return _backlog.Count;
    }

    public void Dispose() => CloseSession();

    /// <summary>What stays among the newest candles is moved by the next start.</summary>
    private void TryMoveAll()
    {
        try
        {
            _session?.MoveAll();
        }
        catch (Exception error) when (StoreFault.From(error) is { } fault)
        {
            _fault = fault;
        }
    }

    private bool IsDue(long nowMilliseconds) =>
        _backlog.Count >= RowsPerFlush || nowMilliseconds - _waitingSince >= FlushMilliseconds;

    private bool TryWrite(long nowMilliseconds)
    {
        try
        {
            var count = Math.Min(_backlog.Count, RowsPerTransaction);
            var session = OpenSession();
            if (_isDraining) session.WaitWhenBusy(DrainBusyMilliseconds);
            session.Write(_backlog, count);
            _backlog.Remove(count);
            Volatile.Write(ref _written, _written + count);
            Volatile.Write(ref _waiting, _backlog.Count);
            _waitingSince = _backlog.Count == 0 ? null : nowMilliseconds;
            if (!_isDraining) TidyUp(session, TrimmedPerWritten * count, nowMilliseconds);
            Recover();
            return true;
        }
        catch (Exception error) when (StoreFault.From(error) is { } fault)
        {
            BackOff(fault, nowMilliseconds);
            return false;
        }
    }

    /// <summary>What a write owes the file: slices of at least that many old rows go, and a large log is folded.</summary>
    private void TidyUp(CandleSession session, int rows, long nowMilliseconds)
    {
        session.MoveWhenMany(_newestSecond);
        while (rows > 0 && IsTrimDue) rows -= Math.Max(TrimSlice(session), 1);
        if (nowMilliseconds < _foldAt) return;
        session.FoldLargeLog(logBytesMost);
        _foldAt = nowMilliseconds + FoldMilliseconds;
    }

    private void TrimIdly(long nowMilliseconds)
    {
        if (!IsTrimDue || nowMilliseconds < _trimAt) return;
        try
        {
            TrimSlice(OpenSession());
            _trimAt = nowMilliseconds + SliceMilliseconds;
            Recover();
        }
        catch (Exception error) when (StoreFault.From(error) is { } fault)
        {
            BackOff(fault, nowMilliseconds);
        }
    }

    /// <summary>A sweep over all instruments begins whenever each may have a whole slice to delete.</summary>
    private bool IsTrimDue => _newestSecond != 0 && CutoffSecond >= _sweptTo + CandleTrim.SliceSeconds;

    private long CutoffSecond => _newestSecond - keepSeconds;

    private int TrimSlice(CandleSession session)
    {
        if (session.TrimSlice(CutoffSecond) is { } rows) return rows;
        _sweptTo = CutoffSecond;
        return 0;
    }

    private CandleSession OpenSession()
    {
        if (_session is { IsFileThere: false })
        {
            _wasRemoved = true;
            CloseSession();
        }

        if (_session is not null) return _session;
        var link = open();
        try
        {
            return _session = new CandleSession(link);
        }
        catch
        {
            link.Dispose();
            throw;
        }
    }

    private void CloseSession()
    {
        _session?.Dispose();
        _session = null;
    }

    private void Recover()
    {
        _fault = null;
        _backOff = 0;
    }

    private void BackOff(StoreFault fault, long nowMilliseconds)
    {
        _fault = fault;
        _backOff = Math.Clamp(_backOff * 2, BackOffMillisecondsMin, BackOffMillisecondsMax);
        _retryAt = nowMilliseconds + _backOff;
        if (fault.NeedsNewLink) CloseSession();
    }

    private static string Describe(StoreFault? fault, CandleLoss loss, int waiting, bool wasRemoved)
    {
        var state = fault switch
        {
            null => "Candles are written as they close.",
            { IsRefusal: true } => string.Create(CultureInfo.InvariantCulture, $"{fault.Reason} {waiting:N0} candles wait."),
            _ => string.Create(CultureInfo.InvariantCulture, $"The candle store cannot write: {fault.Reason}; {waiting:N0} candles wait."),
        };
        if (wasRemoved) state += " The store's file was removed while the desk ran; what it held is gone and a new one was begun.";
        return loss.Since is not { } since
            ? state
            : string.Create(CultureInfo.InvariantCulture,
                $"{state} {loss.Count:N0} candles were lost; the stored series is incomplete since {since}.");
    }
}
