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

    [Theory]
    [InlineData(1, "preparing its history")]
    [InlineData(7, "for 7 s")]
    public void A_desk_whose_history_is_not_there_yet_is_starting_however_long_its_clock_stands(int seconds, string words)
    {
        var condition = DeskCondition.Judge(_desk.Current with { IsReady = false }, TimeSpan.FromSeconds(seconds));

        Assert.Equal("starting", condition!.Code);
        Assert.Contains(words, condition.Sentence, StringComparison.Ordinal);
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
