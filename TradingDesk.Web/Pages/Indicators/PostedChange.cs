using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Indicators;

namespace TradingDesk.Web.Pages.Indicators;

/// <summary>A change this page has asked for: what the gate answered, and what the desk's snapshots say became of it.</summary>
public sealed record PostedChange(ChangeIndicators Change, CommandReceipt Receipt)
{
    /// <summary>The desk has taken it and has not answered yet, or it is warming.</summary>
    public bool IsOpen(IndicatorsInForce inForce, IReadOnlyList<CommandOutcome> outcomes) =>
        Receipt.Accepted && inForce.Version == Change.BasedOn && OutcomeIn(outcomes) is not { Obeyed: false };

    /// <summary>Whether it was refused, at the gate or by the desk.</summary>
    public bool IsRefused(IReadOnlyList<CommandOutcome> outcomes) => !Receipt.Accepted || OutcomeIn(outcomes) is { Obeyed: false };

    /// <summary>The newest sentence about it.</summary>
    public string Sentence(IReadOnlyList<CommandOutcome> outcomes) => OutcomeIn(outcomes)?.Sentence ?? Receipt.Sentence;

    private CommandOutcome? OutcomeIn(IReadOnlyList<CommandOutcome> outcomes) =>
        Receipt.Accepted ? outcomes.FirstOrDefault(outcome => outcome.Number == Receipt.Number) : null;
}
