using System.Diagnostics;

namespace TradingDesk.Tests.Support;

/// <summary>Waiting in real time for another process or thread: a condition with a deadline, looked at often.</summary>
internal static class Patience
{
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(25);

    /// <summary>Waits until the condition holds and gives the time it took; past the deadline the test fails.</summary>
    public static Task<TimeSpan> UntilAsync(Func<bool> condition, TimeSpan deadline, string what) =>
        UntilAsync(() => Task.FromResult(condition()), deadline, what);

    public static async Task<TimeSpan> UntilAsync(Func<Task<bool>> condition, TimeSpan deadline, string what)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > deadline) Assert.Fail($"Within {deadline.TotalSeconds:0.#} s it did not happen that {what}.");
            await Task.Delay(_look);
        }

        return watch.Elapsed;
    }
}
