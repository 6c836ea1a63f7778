using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Tape;

/// <summary>
/// Collects what the pipeline read, as it read it, into buffers that the tape's own thread writes. The engine waits for a free
/// buffer only so long; then inputs are lost from the tape, counted, and the next block says so.
/// </summary>
internal sealed class TapeRecorder : IDisposable
{
    private const int Buffers = 8;
    private const int BufferBytes = 512 * 1024;

    /// <summary>A block is handed over at the latest this long after its first input: what kill -9 may cost.</summary>
    private const long BlockNanosMost = 100 * Instant.NanosPerMillisecond;

    private readonly Lock _lock = new();
    private readonly Queue<TapePage> _free = new();
    private readonly Queue<TapePage> _full = new();
    private readonly SemaphoreSlim _handedOver = new(0);
    private readonly SemaphoreSlim _freed = new(0);
    private readonly int _patienceMilliseconds;
    private readonly int _factsMost;
    private TapePage? _page;
    private long _lost;
    private long _lostInAll;

    /// <param name="factsMost">Facts after which a block is handed over, so that their reader is not passed.</param>
    /// <param name="patienceMilliseconds">How long the engine waits for a free buffer before it goes on without the tape.</param>
    public TapeRecorder(int factsMost, int patienceMilliseconds)
    {
        _factsMost = factsMost;
        _patienceMilliseconds = patienceMilliseconds;
        for (var i = 0; i < Buffers; i++) _free.Enqueue(new TapePage(BufferBytes));
    }

    /// <summary>Inputs that never reached the tape.</summary>
    public long Lost => Volatile.Read(ref _lostInAll);

    /// <summary>The engine's: keeps the input it has just processed and how far the facts went with it.</summary>
    public void Record(in DeskInput input, long factsThrough)
    {
        var bytes = InputCodec.BytesOf(input);
        if (_page is not null && !_page.HasRoom(bytes)) HandOver();
        _page ??= TakeFree(Math.Max(bytes, BufferBytes));
        if (_page is null)
        {
            _lost++;
            Volatile.Write(ref _lostInAll, _lostInAll + 1);
            return;
        }

        _page.Add(input, factsThrough);
        if (_page.IsDue(input.MonotonicNanos, BlockNanosMost, _factsMost)) HandOver();
    }

    /// <summary>The engine's, when it has nothing to do: hands over what is collected.</summary>
    public void HandOver()
    {
        if (_page is not { Count: > 0 } page) return;
        page.LostBefore = _lost;
        (_page, _lost) = (null, 0);
        lock (_lock) _full.Enqueue(page);
        _handedOver.Release();
    }

    /// <summary>The tape thread's: the next full page, or null when none came in that time.</summary>
    public TapePage? TakeFull(int milliseconds)
    {
        if (!_handedOver.Wait(milliseconds)) return null;
        lock (_lock) return _full.Dequeue();
    }

    /// <summary>The tape thread's: gives a written page back.</summary>
    public void GiveBack(TapePage page)
    {
        page.Clear();
        lock (_lock) _free.Enqueue(page);
        _freed.Release();
    }

    public void Dispose()
    {
        _handedOver.Dispose();
        _freed.Dispose();
    }

    private TapePage? TakeFree(int bytes)
    {
        // Old signals are taken away before the first look, so that one which comes after it is always waited for.
        while (_freed.Wait(0)) { }
        var page = TryTakeFree();
        if (page is null && _lost == 0 && _freed.Wait(_patienceMilliseconds)) page = TryTakeFree();
        page?.MakeRoom(bytes);
        return page;
    }

    private TapePage? TryTakeFree()
    {
        lock (_lock) return _free.TryDequeue(out var page) ? page : null;
    }
}
