using TradingDesk.Engine.Observation.Indicators;
using Xunit;

namespace TradingDesk.Tests.Engine.Observation;

/// <summary>What a page says of two versions of the lists, and the text it asks for.</summary>
public sealed class IndicatorDifferenceTests
{
    [Fact]
    public void Only_what_differs_is_told_scope_by_scope()
    {
        var differences = IndicatorDifference.Between("SMA:9,RSI:14; 5m=EMA:5; 1h=SMA:3", "RSI:14,SMA:10; 5m=EMA:5; NSE:NIFTY=");

        Assert.Equal(["", "1h", "NSE:NIFTY"], differences.Select(difference => difference.Scope));
        Assert.Equal(["SMA:10"], differences[0].Added);
        Assert.Equal(["SMA:9"], differences[0].Removed);
        Assert.Equal([false, true, false], differences.Select(difference => difference.IsDropped));
        Assert.Equal(["SMA:3"], differences[1].Removed);
        Assert.Empty(differences[2].Added.Concat(differences[2].Removed));
    }

    [Fact]
    public void The_order_of_a_list_is_no_difference() =>
        Assert.Empty(IndicatorDifference.Between("SMA:9,RSI:14", "RSI:14,SMA:9"));

    [Theory]
    [InlineData("", "EMA:5", "EMA:5; 5m=RSI:14")]
    [InlineData("5m", "EMA:5", "SMA:9; 5m=EMA:5")]
    [InlineData("NSE:NIFTY", "", "SMA:9; 5m=RSI:14; NSE:NIFTY=")]
    [InlineData("5m", null, "SMA:9")]
    public void A_changed_scope_leaves_the_others(string scope, string? specs, string expected)
    {
        var inForce = new IndicatorsInForce(3, "SMA:9; 5m=RSI:14");

        Assert.Equal(expected, inForce.TextWith(scope, specs?.Split(',', StringSplitOptions.RemoveEmptyEntries)));
    }
}
