using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Alerts;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Observation.Alerts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Trading.Alerts;

/// <summary>Alerts on columns of indicators: looked at when a candle closes, blind when their column is taken away.</summary>
public sealed class IndicatorAlertTests
{
    private readonly DeskUnderTest _desk = new(
        TestPlans.Live(TradingCalendar.AlwaysOpen, 2, 60, 300) with { Indicators = "SMA:2,SMA:3" }, TestPlans.Open);
    private int _minute;

    [Fact]
    public void A_column_is_judged_when_its_candle_closes_and_not_before()
    {
        Close(100, 100);
        Ask(new AddAlert("sma:2 of I1 on 1m above 101"));
        Close(100);
        Tick(110);
        var early = Fired().Count;

        Close(110);

        Assert.Equal(0, early);
        var fired = Assert.Single(Fired());
        Assert.Equal((105d, 101d, Price.FromRupees(110)), (fired.Alert.Value, fired.Alert.Level, fired.Alert.Price));
        Assert.Equal(FactKind.IndicatorsRead, _desk.Facts[(int)fired.Number - 2].Kind);
    }

    [Fact]
    public void A_column_is_compared_with_another_and_with_the_close()
    {
        Close(100, 100, 100, 90);
        Ask(new AddAlert("SMA:2 of I1 on 1m crosses SMA:3"));
        Ask(new AddAlert("SMA:2 of I1 on 1m below price"));

        Close(120);

        Assert.Equal([1, 2], Fired().Select(fact => fact.Alert.Number));
        Assert.Equal((105d, 103.3333), (Fired()[0].Alert.Value, Math.Round(Fired()[0].Alert.Level, 4)));
    }

    [Fact]
    public void A_column_that_is_not_ready_is_not_judged()
    {
        Ask(new AddAlert("SMA:3 of I1 on 1m above 1"));
        Close(100, 100);
        var early = Fired().Count;

        Close(100);

        Assert.Equal((0, 1), (early, Fired().Count));
    }

    [Fact]
    public void Other_instruments_and_other_timeframes_do_not_fire_it()
    {
        Ask(new AddAlert("SMA:2 of I2 on 1m above 1"));
        Ask(new AddAlert("SMA:2 of I1 on 5m above 1"));

        Close(100, 100, 100);

        Assert.Empty(Fired());
    }

    [Fact]
    public void A_rule_whose_column_is_taken_away_is_blind_and_says_so_until_it_is_back()
    {
        Close(100, 100);
        Ask(new AddAlert("SMA:2 of I1 on 1m above 101"));

        Reload(1, "EMA:5");
        Close(200, 200);
        var blind = new AlertSampler(_desk.Board.Alerts).Sample()[0];
        Reload(2, "EMA:5,SMA:2");
        Close(300, 300, 300);

        Assert.Single(_desk.Of(FactKind.AlertBlinded));
        Assert.True(blind.IsBlind);
        Assert.Equal("'SMA:2' is no column of NSE:I1 on 1m: there are EMA:5.", blind.Blind);
        Assert.Single(_desk.Of(FactKind.AlertSees));
        Assert.Equal(300d, Assert.Single(Fired()).Alert.Value);
        Assert.False(new AlertSampler(_desk.Board.Alerts).Sample()[0].IsBlind);
    }

    [Fact]
    public void A_rule_whose_timeframe_is_taken_away_is_blind()
    {
        Ask(new AddAlert("SMA:2 of I1 on 5m above 101"));

        _desk.Change(Now, 60);
        Close(100);

        Assert.Single(_desk.Of(FactKind.AlertBlinded));
        Assert.Contains("'5m' is not built by the desk: there are 1m", new AlertSampler(_desk.Board.Alerts).Sample()[0].Blind,
            StringComparison.Ordinal);
    }

    private Instant Now => TestPlans.Open.PlusSeconds((60 * _minute) + 30);

    private void Ask(DeskCommand command) => _desk.Ask(Now, command);

    private void Tick(long rupees) => _desk.Tick(TestPlans.One, Now, 100 * rupees);

    /// <summary>Minutes that close at those prices.</summary>
    private void Close(params ReadOnlySpan<long> rupees)
    {
        foreach (var close in rupees)
        {
            Tick(close);
            _minute++;
            for (var at = Now.PlusSeconds(-29); at < Now; at = at.PlusSeconds(1)) _desk.Time(at);
        }
    }

    private void Reload(int basedOn, string lists)
    {
        Ask(new ChangeIndicators(basedOn, lists, "why"));
        var wanted = _desk.Board.Wanted!;
        for (var index = 0; index < 2; index++)
        {
            var id = new InstrumentId(index);
            _desk.Put(DeskInput.Warm(Now, id, StoredCandles.ForChange(_desk.Plan, id, wanted, [])));
        }

        _desk.Put(DeskInput.WarmedUp(Now, wanted.Request, RefusalCode.None));
        Assert.Equal(basedOn + 1, _desk.Board.Rungs.IndicatorVersion);
    }

    private List<DeskFact> Fired() => [.. _desk.Of(FactKind.AlertFired)];
}
