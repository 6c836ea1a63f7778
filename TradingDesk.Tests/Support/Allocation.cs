namespace TradingDesk.Tests.Support;

/// <summary>What a piece of work allocates on its own thread, measured so that other tests' collections do not count.</summary>
internal static class Allocation
{
    private const int Rounds = 5;

    /// <summary>
    /// The least bytes of some rounds: a collection that another thread causes charges this one with the rest of its allocation buffer,
    /// some kilobytes once, while what the work itself allocates is there every time.
    /// </summary>
    public static long Least(Action<int> work) => Enumerable.Range(0, Rounds).Min(round =>
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work(round);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    });

    /// <summary>The part of a number of things that a round takes.</summary>
    public static Range PartOf(int count, int round) => (count / Rounds * round)..(count / Rounds * (round + 1));
}
