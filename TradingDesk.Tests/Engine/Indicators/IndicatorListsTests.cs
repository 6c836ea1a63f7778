using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Indicators;

/// <summary>The desk-wide list and what replaces it for a timeframe or an instrument.</summary>
public sealed class IndicatorListsTests
{
    private static readonly InstrumentTable _instruments = TestPlans.Instruments(3);
    private static readonly Timeframe _fiveMinutes = new(300);

    [Fact]
    public void An_instruments_own_list_goes_before_a_timeframes_and_that_before_the_desks()
    {
        var lists = Parse("SMA:9; 5m=RSI:14,SMA:3; NSE:I2=EMA:21");

        Assert.Equal("SMA:9", lists.For(TestPlans.One, Timeframe.Minute).Text);
        Assert.Equal("RSI:14,SMA:3", lists.For(TestPlans.One, _fiveMinutes).Text);
        Assert.Equal("EMA:21", lists.For(TestPlans.Two, _fiveMinutes).Text);
        Assert.Equal(2, lists.ColumnsMost);
    }

    [Theory]
    [InlineData("sma:9 , ema", "SMA:9,EMA:21")]
    [InlineData("SMA:9; 300 = rsi", "SMA:9; 5m=RSI:14")]
    [InlineData("; day=RSI:7; i1=SMA:3", "; 1D=RSI:7; NSE:I1=SMA:3")]
    [InlineData("SMA:9; 5m=", "SMA:9; 5m=")]
    [InlineData("", "")]
    public void A_text_has_one_canonical_form_which_reads_back_as_itself(string text, string canonical)
    {
        Assert.Equal(canonical, Parse(text).Text);
        Assert.Equal(canonical, Parse(canonical).Text);
    }

    [Theory]
    [InlineData("EMA:0", "EMA:0: period must be 1 to 5000")]
    [InlineData("SMA:99999", "SMA:99999: period must be 1 to 5000")]
    [InlineData("FOO:3", "FOO:3: unknown indicator; known: ADX, ")]
    [InlineData("SMA:9:9", "SMA:9:9: 2 parameters given, at most 1 allowed (period)")]
    [InlineData("SMA:9,sma:9", "sma:9: stands in the list already")]
    [InlineData("5m=SMA:9", "5m=SMA:9: the first list is the whole desk's and names no timeframe or instrument")]
    [InlineData("SMA:9; RSI:14", "RSI:14: a further list begins with its timeframe or instrument, such as 5m=RSI:14")]
    [InlineData("SMA:9; 7s=RSI:14", "7s: no timeframe (1 to 59 seconds dividing 60")]
    [InlineData("SMA:9; NSE:NOBODY=RSI:14", "NSE:NOBODY: no timeframe (")]
    [InlineData("SMA:9; 5m=RSI:14; 300=SMA:3", "5m: has its list already")]
    [InlineData("SMA:9; 5m=RSI:1", "5m: RSI:1: period must be 2 to 5000")]
    public void What_is_wrong_is_named_with_what_is_allowed(string text, string beginning)
    {
        var lists = IndicatorLists.Parse(text, _instruments, out var errors);

        Assert.Null(lists);
        Assert.StartsWith(beginning, Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_that_would_fill_the_memory_are_seen_beforehand()
    {
        var lists = Parse("ICHIMOKU:500:2000:5000,DONCHIAN:5000");

        Assert.True(lists.FitMemory(100, 8));
        Assert.False(lists.FitMemory(1_000, 8));
    }

    private static IndicatorLists Parse(string text)
    {
        var lists = IndicatorLists.Parse(text, _instruments, out var errors);
        Assert.Empty(errors);
        return lists!;
    }
}
