using System.Globalization;
using System.Text;
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

    /// <summary>Some fifteen times what SQLite lets wait by itself.</summary>
    private const long LogBytesMost = 64 * 1_048_576;

    private const int DrainBusyMilliseconds = 2_000;

    private readonly CandleBacklog _backlog = new(capacity);
    private readonly CandleCare _care = new(keepSeconds, logBytesMost);
    private readonly RetryPace _pace = new();
    private CandleSession? _session;
    private long? _waitingSince;
    private Instant? _takenThrough;

    private long _written;
    private int _waiting;
    private volatile CandleLoss _loss = CandleLoss.None;
    private volatile bool _wasRemoved;
    private bool _isDraining;

    public CandleWriter(CandleStore store, long keepSeconds) : this(store.OpenWriter, keepSeconds)
    {
    }

    /// <summary>Where it is kept for the next start that the store lacks candles.</summary>
    public IncompleteNote? Note { get; init; }

    /// <summary>A sentence about what was made good before the writer began; empty without any.</summary>
    public string Remark { get; init; } = "";

    /// <summary>How the writer does, with the true reason when it struggles; lost candles stay told until the desk starts again.</summary>
    public PartState State
    {
        get
        {
            var (fault, loss, written) = (_pace.Fault, _loss, Volatile.Read(ref _written));
            var waiting = Volatile.Read(ref _waiting);
            var health = fault is null && _care.Fault is null && loss.Count == 0 && !_wasRemoved ? PartHealth.Well
                : fault is not null && waiting == capacity ? PartHealth.Failed
                : PartHealth.Struggling;
            return new PartState(health, Describe(fault, loss, waiting), written, waiting, loss.Count);
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
        if (candle.Seconds == 1) _care.See(candle.Start.UnixSeconds);
        if (_takenThrough is not { } through || through < candle.End) _takenThrough = candle.End;
        Volatile.Write(ref _waiting, _backlog.Count);
    }

    /// <summary>Counts facts that passed the writer by while it was held up; some of them were candles, none from before the last one
    /// taken in, or from before the desk's start.</summary>
    public void Miss(long facts, Instant deskStart)
    {
        _loss = _loss.Plus(facts, _takenThrough ?? deskStart);
        Note?.Say(_loss.Since);
    }

    /// <summary>
    /// Writes one transaction when 100 candles wait or 200 ms have passed since a call first saw one; true when it wrote. With
    /// nothing due it may delete a slice of what is too old. Call it often: it answers at once when there is nothing to do.
    /// </summary>
    public bool TryFlush(long nowMilliseconds)
    {
        if (_backlog.Count > 0) _waitingSince ??= nowMilliseconds;
        if (!_pace.IsDue(nowMilliseconds)) return false;
        if (IsDue(nowMilliseconds)) return TryWrite(nowMilliseconds);
        if (_session is { IsFileThere: true } session && !_care.WhenIdle(session, nowMilliseconds)) CloseSession();
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

        if (_backlog.Count == 0 && _session is not null) _care.AtEnd(_session, nowMilliseconds);
        return _backlog.Count;
    }

    public void Dispose() => CloseSession();

    private bool IsDue(long nowMilliseconds) =>
        _backlog.Count >= RowsPerFlush || nowMilliseconds - _waitingSince >= FlushMilliseconds;

    private bool TryWrite(long nowMilliseconds)
    {
        var count = Math.Min(_backlog.Count, RowsPerTransaction);
        try
        {
            var session = OpenSession();
            if (_isDraining) session.WaitWhenBusy(DrainBusyMilliseconds);
            session.Write(_backlog, count);
        }
        catch (Exception error) when (StoreFault.From(error) is { } fault)
        {
            _pace.Fail(fault, nowMilliseconds);
            if (fault.NeedsNewLink) CloseSession();
            if (_backlog.Count > 0) Note?.Say(OldestEnd());
            return false;
        }

        _pace.Recover();
        _backlog.Remove(count);
        Volatile.Write(ref _written, _written + count);
        Volatile.Write(ref _waiting, _backlog.Count);
        _waitingSince = _backlog.Count == 0 ? null : nowMilliseconds;
        if (!_isDraining && !_care.AfterWrite(_session!, count, nowMilliseconds)) CloseSession();
        if (HasLost) Note?.Say(_wasRemoved ? null : _loss.Since);
        else if (_backlog.Count == 0) Note?.Withdraw();
        return true;
    }

    /// <summary>Candles come in the order in which they ended, but for those of a late second.</summary>
    private Instant OldestEnd()
    {
        var oldest = _backlog[0].Candle.End;
        for (var place = 1; place < _backlog.Count; place++)
        {
            if (_backlog[place].Candle.End < oldest) oldest = _backlog[place].Candle.End;
        }

        return oldest;
    }

    private CandleSession OpenSession()
    {
        if (_session is { IsFileThere: false })
        {
            _wasRemoved = true;
            _session.GiveUpLog();
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

    private string Describe(StoreFault? fault, CandleLoss loss, int waiting)
    {
        var text = new StringBuilder(fault switch
        {
            null => "Candles are written as they close.",
            { IsRefusal: true } => string.Create(CultureInfo.InvariantCulture, $"{fault.Reason} {waiting:N0} candles wait."),
            _ => string.Create(CultureInfo.InvariantCulture, $"The candle store cannot write: {fault.Reason}; {waiting:N0} candles wait."),
        });
        if (_care.Fault is { } growth) text.Append(CultureInfo.InvariantCulture, $" The store cannot be kept in order: {growth.Reason}.");
        if (_wasRemoved)
            text.Append(" The store's file was removed or replaced while the desk ran: what was stored before may be missing.");
        if (loss.Since is { } since)
        {
            text.Append(CultureInfo.InvariantCulture,
                $" {loss.Count:N0} candles were lost; the stored series is incomplete since {since}.");
        }

        return Remark.Length == 0 ? text.ToString() : text.Append(' ').Append(Remark).ToString();
    }
}
