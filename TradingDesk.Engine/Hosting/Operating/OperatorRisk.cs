using TradingDesk.Engine.Observation.Risks;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Hosting.Operating;

/// <summary>Limits and state of an account or a run as a program reads them, amounts in rupees.</summary>
/// <param name="Account">The account's name.</param>
/// <param name="Run">The run's number; 0 for the account as a whole.</param>
internal sealed record OperatorRisk(string Account, int Run)
{
    public RiskState State { get; init; }

    /// <summary>Why it is held; empty while it is active.</summary>
    public string Why { get; init; } = "";

    public string StateBy { get; init; } = "";

    public string StateBecause { get; init; } = "";

    /// <summary>All limits as one line; empty when its account's alone hold.</summary>
    public string Limits { get; init; } = "";

    /// <summary>When they were set, in India's time.</summary>
    public string SetAt { get; init; } = "";

    public string SetBy { get; init; } = "";

    public string SetBecause { get; init; } = "";

    public IReadOnlyList<RiskMeasure> Measures { get; init; } = [];

    public static OperatorRisk Of(RiskView view, string account) => new(account, view.Run.Number)
    {
        State = view.State,
        Why = view.Why,
        StateBy = view.StateBy,
        StateBecause = view.StateBecause,
        Limits = view.HasLimits ? view.Limits : "",
        SetAt = view.HasLimits ? view.SetAt.ToString() : "",
        SetBy = view.SetBy,
        SetBecause = view.SetBecause,
        Measures = view.Measures,
    };
}
