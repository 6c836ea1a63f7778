using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.People;

/// <summary>Failures to sign in of one person or from one address, and until when further attempts are not looked at.</summary>
/// <param name="Failures">Since the last success or lock.</param>
/// <param name="Locks">In a row, each twice as long as the one before.</param>
/// <param name="Until">The end of the lock; past means none.</param>
public readonly record struct SignInThrottle(int Failures, int Locks, Instant Until)
{
    private const long FirstSeconds = 15 * 60;

    /// <summary>A day: longer would only punish the person whose name was guessed.</summary>
    private const long MostSeconds = 24 * 60 * 60;

    public bool IsLocked(Instant now) => now < Until;

    /// <summary>One more failure; the last one allowed begins a lock.</summary>
    public SignInThrottle Fail(Instant now, int most)
    {
        if (Failures + 1 < most) return this with { Failures = Failures + 1 };
        var seconds = Math.Min(MostSeconds, FirstSeconds << Math.Min(Locks, 10));
        return new SignInThrottle(0, Locks + 1, now.PlusSeconds(seconds));
    }
}
