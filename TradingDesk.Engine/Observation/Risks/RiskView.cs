using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Risks;

/// <summary>Limits and state of an account, or of a run on it, and how much of the limits is used; computed by the engine alone.</summary>
/// <param name="Account">The account.</param>
/// <param name="Run">None for the account as a whole.</param>
public sealed record RiskView(AccountId Account, RunId Run)
{
    /// <summary>False for a run that was given no limits: its account's alone hold.</summary>
    public required bool HasLimits { get; init; }

    public required RiskState State { get; init; }

    /// <summary>Why it is held, for a person; empty while it is active.</summary>
    public required string Why { get; init; }

    /// <summary>Since when it is in that state, by whom and why; empty words when it always was.</summary>
    public required Instant StateAt { get; init; }

    public required string StateBy { get; init; }

    public required string StateBecause { get; init; }

    /// <summary>All limits as one line.</summary>
    public required string Limits { get; init; }

    /// <summary>Who set them last, when and why.</summary>
    public required Instant SetAt { get; init; }

    public required string SetBy { get; init; }

    public required string SetBecause { get; init; }

    /// <summary>What is used of each limit that fills up.</summary>
    public required IReadOnlyList<RiskMeasure> Measures { get; init; }
}
