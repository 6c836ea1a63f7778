using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Pages.Indicators;

namespace TradingDesk.Tests.Web.Pages;

/// <summary>A draft changes one scope at a time and keeps all else as it stood.</summary>
public sealed class IndicatorDraftTests
{
    private static readonly IndicatorDraft _draft =
        IndicatorDraft.Of(new IndicatorsInForce(3, "SMA:9,RSI:14; 5m=EMA:21; NSE:NIFTY=ADX:14"));

    [Fact]
    public void A_changed_list_stays_in_its_place()
    {
        var draft = _draft.With("5m", ["EMA:21", "SMA:50"]);

        Assert.Equal("SMA:9,RSI:14; 5m=EMA:21,SMA:50; NSE:NIFTY=ADX:14", draft.Text);
        Assert.True(draft.IsChanged);
        Assert.Equal(3, draft.BasedOn);
    }

    [Fact]
    public void What_is_done_and_undone_is_no_change()
    {
        var draft = _draft.With("5m", ["EMA:9"]).With("5m", ["EMA:21"]);

        Assert.False(draft.IsChanged);
    }

    [Fact]
    public void A_new_override_comes_last_and_a_dropped_one_goes()
    {
        var draft = _draft.With("15m", ["SMA:9"]).With("5m", null);

        Assert.Equal("SMA:9,RSI:14; NSE:NIFTY=ADX:14; 15m=SMA:9", draft.Text);
    }

    [Fact]
    public void An_emptied_list_is_an_empty_list_and_not_a_dropped_one()
    {
        var draft = _draft.With("", []).With("5m", []);

        Assert.Equal("; 5m=; NSE:NIFTY=ADX:14", draft.Text);
        Assert.Equal([0, 0, 1], IndicatorsInForce.Split(draft.Text).Select(list => list.Specs.Count));
    }

    [Theory]
    [InlineData("NSE:NIFTY", 300, "NSE:NIFTY")]
    [InlineData("NSE:TCS", 300, "5m")]
    [InlineData("NSE:TCS", 60, "")]
    public void An_instruments_list_goes_before_a_timeframes_and_that_before_the_desks(string instrument, int seconds, string scope)
    {
        var list = _draft.Holding(instrument, new Timeframe(seconds));

        Assert.Equal(scope, list.Scope);
    }

    [Fact]
    public void A_changed_number_is_told_as_one_change_from_old_to_new()
    {
        var difference = new IndicatorDifference("", ["SMA:12", "RSI:14", "SMA:50"], ["SMA:9", "EMA:21"], false);

        var changes = SpecChange.In(difference);

        Assert.Equal([new("SMA:9", "SMA:12"), new("EMA:21", null), new(null, "RSI:14"), new(null, "SMA:50")], changes);
    }
}
