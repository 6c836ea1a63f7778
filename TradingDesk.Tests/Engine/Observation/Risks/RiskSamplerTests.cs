using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Risks;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Engine.Trading;

namespace TradingDesk.Tests.Engine.Observation.Risks;

/// <summary>What pages see of limits is what the desk judges by.</summary>
public sealed class RiskSamplerTests
{
    private readonly TradingUnderTest _desk = new();
    private readonly RiskSampler _sampler;

    public RiskSamplerTests() => _sampler = new RiskSampler(_desk.Board.Money);

    [Fact]
    public void The_worst_case_is_shown_as_the_part_of_the_limit_that_is_used()
    {
        _desk.Ask(new SetLimits(RunId.None, "position=40000 gross=100000 day-loss=1000 open-orders=4 trades=10", "careful"));
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 20), 1_000);
        _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 10, OrderType.Limit, 995));
        _desk.Tick(TradingUnderTest.Share, 1_00_000);
        _desk.Pass(1_000);

        var view = Assert.Single(_sampler.Sample());

        Assert.Equal((30_000, 40_000, 75), Of(view, "position"));
        Assert.Equal((30_000, 100_000, 30), Of(view, "gross"));
        Assert.Equal((1, 4, 25), Of(view, "open-orders"));
        Assert.Equal((2, 10, 20), Of(view, "trades"));
        Assert.Equal(_desk.Book.Accounts[0].Charges.Rupees, Of(view, "day-loss").Used);
        Assert.Equal(("test", "careful", RiskState.Active, ""), (view.SetBy, view.SetBecause, view.State, view.Why));
        Assert.Contains("position=40000.00", view.Limits, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_is_shown_with_its_sentence_and_who_is_behind_it()
    {
        _desk.Ask(new SetRiskState(RunId.None, RiskState.Halted, "going out"));
        _desk.Pass(1_000);

        var view = Assert.Single(_sampler.Sample());

        Assert.Equal((RiskState.Halted, RefusalSentences.Of(RefusalCode.RiskHeld)), (view.State, view.Why));
        Assert.Equal(("test", "going out"), (view.StateBy, view.StateBecause));
    }

    [Fact]
    public void What_did_not_change_is_the_same_object()
    {
        _desk.Pass(1_000);
        var before = _sampler.Sample();

        _desk.Pass(5_000);

        Assert.Same(before, _sampler.Sample());
    }

    private static (decimal Used, decimal? Most, int? Percent) Of(RiskView view, string name)
    {
        var measure = view.Measures.Single(measure => measure.Name == name);
        return (measure.Used, measure.Most, measure.Percent);
    }
}
