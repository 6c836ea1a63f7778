using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;

namespace TradingDesk.Engine.Observation.Safety;

/// <summary>What a kill switch has made of a position.</summary>
/// <param name="Account">The account's name.</param>
/// <param name="Sentence">The outcome for a person, with why it is not flat.</param>
public sealed record KilledPositionView(
    string Account, InstrumentId Instrument, Product Product, RunId Run, long Units, KillOutcome Outcome, string Sentence);
