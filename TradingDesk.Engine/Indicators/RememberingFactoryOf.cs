using TradingDesk.Engine.Indicators.Lists;

namespace TradingDesk.Engine.Indicators;

/// <summary>The factory of one type of indicator that has a memory.</summary>
internal sealed class RememberingFactoryOf<T, TState>(Func<IReadOnlyList<double>, T> create) : IndicatorFactory
    where T : struct, IRememberingIndicator<TState>
    where TState : unmanaged
{
    public override IIndicator Create(IReadOnlyList<double> parameters) => create(parameters);

    public override IndicatorGroup Gather(IEnumerable<(IIndicator Indicator, IndicatorPlace Place)> members, IndicatorGroup? next) =>
        new IndicatorGroupOf<T, TState>(members.Select(member => ((T)member.Indicator, member.Place)), next);
}
