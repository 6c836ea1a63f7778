namespace TradingDesk.Engine.Observation.Days;

/// <summary>A reason not to trust what the desk knows of the market's time, said aloud.</summary>
/// <param name="Sentence">The reason, for a person.</param>
/// <param name="RefusesLive">Whether live trading is refused while it stands.</param>
public sealed record MarketDoubt(string Sentence, bool RefusesLive);
