using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line.Levels;

/// <summary>A run's declaration in words, and what broke it, if something did.</summary>
internal sealed record RunWordsLevel(int Version, string Words, string Remark)
{
    public string Name { get; init; } = "";

    public string Strategy { get; init; } = "";

    public string StrategyName { get; init; } = "";

    public InstrumentId Watched { get; init; }

    public string Contract { get; init; } = "";

    public Timeframe Timeframe { get; init; }

    public string Mode { get; init; } = "";

    public RunId Leader { get; init; }

    public Money Capital { get; init; }

    /// <summary>The indicators it decides by.</summary>
    public string Indicators { get; init; } = "";

    /// <summary>The sentences of its signals.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];
}
