namespace TradingDesk.Engine.Storage.Sqlite.Candles;

/// <summary>
/// What keeps a candle store small and quick: the newest candles move to their series, seconds past their keep are deleted in slices, a
/// log of writes that has grown large is folded. Its troubles are its own, for candles that were written before stay written.
/// </summary>
internal sealed class CandleCare(long keepSeconds, long logBytesMost)
{
    /// <summary>Rows deleted for each row written while any are too old: a desk that was behind catches up.</summary>
    private const int TrimmedPerWritten = 2;

    private const long SliceMilliseconds = 50;
    private const long FoldMilliseconds = 1_000;

    private readonly RetryPace _pace = new();
    private long _trimAt = long.MinValue;
    private long _foldAt = long.MinValue;
    private long _newestSecond;
    private long _sweptTo;

    /// <summary>Why the store is not kept in order; null while it is.</summary>
    public StoreFault? Fault => _pace.Fault;

    /// <summary>The market went on to that second.</summary>
    public void See(long second) => _newestSecond = Math.Max(_newestSecond, second);

    /// <summary>What a write of so many rows owes the file; false when the connection is not to be used any more.</summary>
    public bool AfterWrite(CandleSession session, int rows, long nowMilliseconds) => Try(nowMilliseconds, () =>
    {
        session.MoveWhenMany(_newestSecond);
        for (var owed = TrimmedPerWritten * rows; owed > 0 && IsTrimDue;) owed -= Math.Max(TrimSlice(session), 1);
        if (nowMilliseconds < _foldAt) return;
        session.FoldLargeLog(logBytesMost);
        _foldAt = nowMilliseconds + FoldMilliseconds;
    });

    /// <summary>Deletes a slice while there is nothing to write; false when the connection is not to be used any more.</summary>
    public bool WhenIdle(CandleSession session, long nowMilliseconds)
    {
        if (!IsTrimDue || nowMilliseconds < _trimAt) return true;
        _trimAt = nowMilliseconds + SliceMilliseconds;
        return Try(nowMilliseconds, () => TrimSlice(session));
    }

    /// <summary>Moves the newest candles to their series; what cannot be moved is moved by the next start.</summary>
    public void AtEnd(CandleSession session, long nowMilliseconds) => Try(nowMilliseconds, session.MoveAll);

    /// <summary>A sweep over all instruments begins whenever each may have a whole slice to delete.</summary>
    private bool IsTrimDue => _newestSecond != 0 && CutoffSecond >= _sweptTo + CandleTrim.SliceSeconds;

    private long CutoffSecond => _newestSecond - keepSeconds;

    private int TrimSlice(CandleSession session)
    {
        if (session.TrimSlice(CutoffSecond) is { } rows) return rows;
        _sweptTo = CutoffSecond;
        return 0;
    }

    private bool Try(long nowMilliseconds, Action work)
    {
        if (!_pace.IsDue(nowMilliseconds)) return true;
        try
        {
            work();
            _pace.Recover();
            return true;
        }
        catch (Exception error) when (StoreFault.From(error) is { } fault)
        {
            _pace.Fail(fault, nowMilliseconds);
            return !fault.NeedsNewLink;
        }
    }
}
