using TradingDesk.Engine.Indicators;

namespace TradingDesk.Engine.Strategies;

/// <summary>What a strategy says of itself: the form, the checks of a declaration and the words of its signals are made from it.</summary>
internal sealed record StrategyDescription(
    string Code,
    string Name,
    string Help,
    IReadOnlyList<IndicatorParameter> Parameters,
    Func<StrategySettings, IStrategy> Create)
{
    /// <summary>The parameter below which a signal is recorded and not acted on; every strategy has it.</summary>
    public const string MinConfidence = "min_confidence";

    /// <summary>The indicators it wants with each candle, as a list such as `EMA:10,EMA:50`.</summary>
    public required Func<StrategySettings, string> Indicators { get; init; }

    /// <summary>Candles it must have seen before it may wish, besides what its indicators need.</summary>
    public Func<StrategySettings, int> WarmUp { get; init; } = _ => 0;

    /// <summary>Sentences of its signals by their number; {0} to {3} stand for the values it was decided on.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>Whether it needs traded volume: on an index, which has none, it would never wish.</summary>
    public bool NeedsVolume { get; init; }

    /// <summary>Says of parameters that are each allowed why they make no sense together; null when they do.</summary>
    public Func<StrategySettings, string?>? Refuse { get; init; }
}
