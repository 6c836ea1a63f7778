using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.People;

/// <summary>How long a session lasts.</summary>
/// <param name="IdleSeconds">Without a person's own doing; arriving prices are none.</param>
public sealed record SessionRules(long IdleSeconds)
{
    /// <summary>However busy: a day's work.</summary>
    public const long LongestSeconds = 12 * 60 * 60;

    private const long DaySeconds = 24 * 60 * 60;

    /// <summary>06:00 in India, hours after the last market has closed and before the first opens.</summary>
    private const long MorningSeconds = 6 * 60 * 60;

    /// <summary>Who signs in shortly before the morning is there for the new day.</summary>
    private const long EarlySeconds = 60 * 60;

    public bool IsOver(Instant began, Instant active, Instant now) =>
        now >= began.PlusSeconds(LongestSeconds) || now >= active.PlusSeconds(IdleSeconds) || now >= MorningAfter(began);

    /// <summary>No session reaches from one trading day into the next.</summary>
    private static Instant MorningAfter(Instant began)
    {
        var early = began.PlusSeconds(EarlySeconds);
        var sinceMorning = (early.UnixSeconds + Instant.IndiaOffsetSeconds - MorningSeconds) % DaySeconds;
        return Instant.FromUnixSeconds(early.UnixSeconds + DaySeconds - sinceMorning);
    }
}
