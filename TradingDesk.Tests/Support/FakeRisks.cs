using TradingDesk.Engine.Observation.Risks;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Support;

/// <summary>Limits and states as a page test wants them.</summary>
internal static class FakeRisks
{
    public const string Limits = "order-value=1000000 order-units=100000 collar=2.5 price-age=300 position=2000000 gross=3000000 "
        + "net=3000000 open-orders=500 trades=10000 day-loss=5000.5 drawdown=40000 window=09:20-15:10";

    public static RiskView Account(int index = 0, RiskState state = RiskState.Active) => new(new AccountId(index), RunId.None)
    {
        HasLimits = true,
        State = state,
        Why = state == RiskState.Active ? "" : "The day's loss after charges has reached its limit.",
        StateAt = FakeDeskView.Morning.PlusSeconds(-60),
        StateBy = "",
        StateBecause = "",
        Limits = Limits,
        SetAt = FakeDeskView.Morning.PlusSeconds(-3_600),
        SetBy = "operator",
        SetBecause = "first day",
        Measures =
        [
            Money("position", 500_000, 2_000_000), Money("underlying", 10, null), Money("gross", 2_400_000, 3_000_000),
            Money("net", 3_600_000, 3_000_000), new RiskMeasure("trades", 3, IsMoney: false) { Most = 10_000 },
        ],
    };

    public static RiskView Run(short run) => Account() with { Run = new RunId(run), HasLimits = false, Limits = "", Measures = [] };

    private static RiskMeasure Money(string name, decimal used, decimal? most) => new(name, used, IsMoney: true) { Most = most };
}
