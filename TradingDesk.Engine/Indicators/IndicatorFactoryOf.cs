using TradingDesk.Engine.Indicators.Lists;

namespace TradingDesk.Engine.Indicators;

/// <summary>The factory of one type of indicator that needs no memory.</summary>
internal sealed class IndicatorFactoryOf<T, TState>(Func<IReadOnlyList<double>, T> create) : IndicatorFactory
    where T : struct, IIndicator<TState>
    where TState : unmanaged
{
    public override IIndicator Create(IReadOnlyList<double> parameters) => create(parameters);

    public override IndicatorGroup Gather(IEnumerable<(IIndicator Indicator, IndicatorPlace Place)> members, IndicatorGroup? next) =>
        new IndicatorGroupOf<Memoryless<T, TState>, TState>(
            members.Select(member => (new Memoryless<T, TState>((T)member.Indicator), member.Place)), next);
}
