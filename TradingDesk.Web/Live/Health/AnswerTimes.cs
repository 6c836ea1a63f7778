namespace TradingDesk.Web.Live.Health;

/// <summary>How long commands about money took from the gate to their durable answer: the newest ones, of all circuits.</summary>
public sealed class AnswerTimes
{
    private const int Kept = 100;

    private readonly Lock _lock = new();
    private readonly Queue<TimeSpan> _newest = new(Kept);

    /// <summary>The newest, the slowest of those kept, and how many those are; zero of them before the first.</summary>
    public (TimeSpan Last, TimeSpan Slowest, int Count) Read()
    {
        lock (_lock) return _newest.Count == 0 ? default : (_newest.Last(), _newest.Max(), _newest.Count);
    }

    internal void Note(TimeSpan took)
    {
        lock (_lock)
        {
            if (_newest.Count == Kept) _newest.Dequeue();
            _newest.Enqueue(took);
        }
    }
}
