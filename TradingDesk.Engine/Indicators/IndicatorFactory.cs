using TradingDesk.Engine.Indicators.Lists;

namespace TradingDesk.Engine.Indicators;

/// <summary>Makes indicators of one kind from their parameters, and groups of them.</summary>
internal abstract class IndicatorFactory
{
    public abstract IIndicator Create(IReadOnlyList<double> parameters);

    /// <summary>One group of indicators this factory made, each at its place, before another group.</summary>
    public abstract IndicatorGroup Gather(IEnumerable<(IIndicator Indicator, IndicatorPlace Place)> members, IndicatorGroup? next);
}
