namespace TradingDesk.Engine.Indicators;

/// <summary>The factory of one indicator type.</summary>
internal sealed class IndicatorFactoryOf<T, TState>(Func<IReadOnlyList<double>, T> create) : IndicatorFactory
    where T : struct, IIndicator<TState>
    where TState : unmanaged
{
    public override IIndicator Create(IReadOnlyList<double> parameters) => create(parameters);

    public override IndicatorGroup Gather(IEnumerable<(IIndicator Indicator, IndicatorPlace Place)> members, IndicatorGroup? next) =>
        new IndicatorGroupOf<T, TState>(members.Select(member => ((T)member.Indicator, member.Place)), next);
}
