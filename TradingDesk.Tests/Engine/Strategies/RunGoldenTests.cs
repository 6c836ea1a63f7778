using TradingDesk.Engine.Strategies.Catalogue;
using Xunit;

namespace TradingDesk.Tests.Engine.Strategies;

/// <summary>A day of each strategy through the engine: signals, why each was or was not acted on, trades and what they made.</summary>
public sealed class RunGoldenTests
{
    private const ulong Seed = 7;

    public static TheoryData<string> All => [.. StrategyCatalog.All.Select(strategy => strategy.Code)];

    [Theory]
    [MemberData(nameof(All))]
    public void It_trades_as_it_traded(string code)
    {
        var day = new StrategyDay(StrategyCatalog.Find(code)!, Seed);

        day.Trade();

        Goldens.AssertSame("Runs", code, day.Lines());
        Assert.Equal(0, day.Held);
        var money = day.Run.Money;
        Assert.Equal(money.Realised, money.Decided + money.Delayed + money.Filled);
    }
}
