using System.Runtime.InteropServices;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Storage.Sqlite.Candles;

namespace TradingDesk.Engine.Storage.Sqlite.Journal;

/// <summary>
/// Rows on their way to the disk, in order: into the journal; while that fails into the emergency file, from which they go into the
/// journal when it works again; while both fail they wait. No row is ever left out or written twice.
/// </summary>
internal sealed class JournalKeeper(JournalFile file) : IDisposable
{
    public const int RowsPerCommit = 1_000;

    /// <summary>Some 4 MB: with more, neither file has worked for so long that the desk must end.</summary>
    public const int WaitingMost = 10_000;

    /// <summary>A lock that lasts longer makes it an emergency; callers wait five times as long.</summary>
    private const int BusyMilliseconds = 1_000;

    /// <summary>In an emergency exits must not wait for the next try.</summary>
    private const int ImpatientBusyMilliseconds = 20;

    private readonly List<JournalRow> _rows = [];
    private readonly RetryPace _pace = new();
    private JournalSession? _session;
    private ChainEnd _end = file.End;
    private int _kept;
    private bool _mustClear;
    private volatile string _emergencyFault = "";

    /// <summary>What can be done with the next row, as far as the last one tells.</summary>
    public JournalHealth Health => _rows.Count == 0 ? JournalHealth.Sound : IsAllDurable ? JournalHealth.Emergency : JournalHealth.Lost;

    /// <summary>Rows that stand in the journal.</summary>
    public long Written { get; private set; }

    /// <summary>Rows that do not.</summary>
    public int Waiting => _rows.Count;

    /// <summary>Rows that stand in either file.</summary>
    public long Durable => Written + _kept;

    /// <summary>The first row that stands in neither file; null without one.</summary>
    public JournalRow? FirstUnsafe => IsAllDurable ? null : _rows[_kept];

    /// <summary>Why the journal cannot be written; null when it can.</summary>
    public StoreFault? Fault => _pace.Fault;

    /// <summary>Why the emergency file cannot be written, in words that end a sentence; empty when it can.</summary>
    public string EmergencyFault => _emergencyFault;

    private bool IsAllDurable => _kept == _rows.Count;

    public void Add(JournalRow row)
    {
        if (_rows.Count == WaitingMost)
            throw new InvalidOperationException("Neither the journal nor its emergency file can be written, and too many rows wait.");
        _rows.Add(row);
    }

    /// <summary>Brings to the disk what is not there.</summary>
    public void Settle(long nowMilliseconds)
    {
        if (_rows.Count > 0 && _pace.IsDue(nowMilliseconds)) TryJournal(nowMilliseconds);
        if (!IsAllDurable) TryEmergency();
    }

    public void Dispose()
    {
        _session?.Dispose();
        file.Head.TryWrite(_end, toDisk: true);
    }

    private void TryJournal(long nowMilliseconds)
    {
        try
        {
            if (_session is null) OpenSession();
            while (_rows.Count > 0)
            {
                var count = Math.Min(_rows.Count, RowsPerCommit);
                _session!.Append(_rows, count);
                Move(count);
            }
        }
        catch (Exception error) when (StoreFault.From(error) is { } fault)
        {
            _pace.Fail(fault, nowMilliseconds);
            _session?.Dispose();
            _session = null;
            return;
        }

        _pace.Recover();
        _emergencyFault = "";
        if (_mustClear) _mustClear = !file.Emergency.TryClear();
    }

    private void OpenSession()
    {
        var link = file.OpenWriter(_pace.Fault is null ? BusyMilliseconds : ImpatientBusyMilliseconds);
        try
        {
            _session = new JournalSession(link);
        }
        catch
        {
            link.Dispose();
            throw;
        }

        Move(_session.CountThere(_end, _rows));
        _session.WaitWhenBusy(BusyMilliseconds);
    }

    /// <summary>The first rows are in the journal.</summary>
    private void Move(int count)
    {
        if (count == 0) return;
        _end = _rows[count - 1].End;
        file.Head.TryWrite(_end);
        _rows.RemoveRange(0, count);
        _kept = Math.Max(0, _kept - count);
        Written += count;
    }

    private void TryEmergency()
    {
        _mustClear = true;
        try
        {
            _kept += file.Emergency.Append(CollectionsMarshal.AsSpan(_rows)[_kept..]);
            _emergencyFault = IsAllDurable ? "" : "it is full";
        }
        catch (Exception error) when (StoreFault.From(error) is { } fault)
        {
            _emergencyFault = fault.Reason;
        }
    }
}
