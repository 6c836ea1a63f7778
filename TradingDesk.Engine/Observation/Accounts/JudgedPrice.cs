using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Accounts;

/// <summary>The last price an intent was judged by, when it was made and how old it was; 0 where its session had none yet.</summary>
public sealed record JudgedPrice(Price Price, Instant At, int AgeMilliseconds, string Sentence);
