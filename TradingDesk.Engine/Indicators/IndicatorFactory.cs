namespace TradingDesk.Engine.Indicators;

/// <summary>Makes indicators of one kind from their parameters, and groups of them.</summary>
internal abstract class IndicatorFactory
{
    public abstract IIndicator Create(IReadOnlyList<double> parameters);

    /// <summary>One group of indicators this factory made, each at its place, before another group.</summary>
    public abstract IndicatorGroup Gather(IEnumerable<(IIndicator Indicator, IndicatorPlace Place)> members, IndicatorGroup? next);
}

/// <summary>The factory of one indicator type.</summary>
internal sealed class IndicatorFactory<T, TState>(Func<IReadOnlyList<double>, T> create) : IndicatorFactory
    where T : struct, IIndicator<TState>
    where TState : unmanaged
{
    public override IIndicator Create(IReadOnlyList<double> parameters) => create(parameters);

    public override IndicatorGroup Gather(IEnumerable<(IIndicator Indicator, IndicatorPlace Place)> members, IndicatorGroup? next) =>
        new IndicatorGroupOf<T, TState>(members.Select(member => ((T)member.Indicator, member.Place)), next);
}
