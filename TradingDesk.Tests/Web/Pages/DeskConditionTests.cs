using TradingDesk.Engine.Observation;
using TradingDesk.Tests.Support;
using TradingDesk.Web.Pages.Desk;

namespace TradingDesk.Tests.Web.Pages;

/// <summary>A silent engine and a silent market are told apart, and neither is passed over.</summary>
public sealed class DeskConditionTests
{
    private static readonly TimeSpan _moving = TimeSpan.FromSeconds(0.2);
    private readonly FakeDeskView _desk = new();

    [Fact]
    public void A_desk_with_fresh_prices_needs_no_word()
    {
        var condition = DeskCondition.Judge(_desk.Current, _moving);

        Assert.Null(condition);
    }

    [Fact]
    public void A_still_engine_is_named_after_five_seconds()
    {
        var condition = DeskCondition.Judge(_desk.Current, TimeSpan.FromSeconds(5));

        Assert.Equal("engine-still", condition!.Code);
        Assert.Contains("5 s", condition.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 4, null)]
    [InlineData(1, 5, "feed-silent")]
    [InlineData(100, 499, null)]
    [InlineData(100, 500, "feed-silent")]
    public void A_silent_market_is_named_after_five_real_seconds(int speed, int marketSeconds, string? code)
    {
        var market = _desk.Current.Market with { MarketTime = FakeDeskView.Morning.PlusSeconds(marketSeconds), Speed = speed };

        var condition = DeskCondition.Judge(_desk.Current with { Market = market }, _moving);

        Assert.Equal(code, condition?.Code);
    }

    [Fact]
    public void A_closed_market_may_be_silent()
    {
        var market = _desk.Current.Market with { MarketTime = FakeDeskView.Morning.PlusSeconds(3_600), Phase = MarketPhase.Closed };

        var condition = DeskCondition.Judge(_desk.Current with { Market = market }, _moving);

        Assert.Null(condition);
    }

    [Fact]
    public void An_engine_that_never_spoke_is_starting()
    {
        var condition = DeskCondition.Judge(DeskSnapshot.Empty, TimeSpan.FromSeconds(9));

        Assert.Equal("starting", condition!.Code);
    }
}
