using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Runs;

/// <summary>A strategy's signal: what it wanted and why, how sure it was, and whether it was acted on.</summary>
public sealed record SignalView(int Number, RunId Run, Instant At)
{
    /// <summary>`Buy`, `Sell`, `Leave`, `Hold part long`, `Move the stop`.</summary>
    public required string Wish { get; init; }

    /// <summary>Why, in the strategy's words with its values.</summary>
    public required string Reason { get; init; }

    /// <summary>From 0 to 1.</summary>
    public required decimal Confidence { get; init; }

    /// <summary>The candle it was decided on, by its start, and its close.</summary>
    public required Instant Candle { get; init; }

    public required Price Price { get; init; }

    public required Price Stop { get; init; }

    public required Price Target { get; init; }

    /// <summary>1, -1 or 0 by the way it wants the position.</summary>
    public required int Way { get; init; }

    public required bool IsActed { get; init; }

    /// <summary>Why it was not acted on; empty when it was.</summary>
    public required string NotActed { get; init; }

    /// <summary>The intents it became, as far as the journal was read for them.</summary>
    public IReadOnlyList<int> Intents { get; init; } = [];
}
