using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.People;

/// <summary>How long a session lasts.</summary>
/// <param name="IdleSeconds">Without a person's own doing; arriving prices are none.</param>
public sealed record SessionRules(long IdleSeconds)
{
    /// <summary>However busy: a day's work.</summary>
    public const long LongestSeconds = 12 * 60 * 60;

    public bool IsOver(Instant began, Instant active, Instant now) =>
        now >= began.PlusSeconds(LongestSeconds) || now >= active.PlusSeconds(IdleSeconds);
}
