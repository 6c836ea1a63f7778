using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Catalogue;
using TradingDesk.Engine.Indicators.Lists;
using Xunit;

namespace TradingDesk.Tests.Engine.Indicators;

/// <summary>Reading lists of indicators from text.</summary>
public sealed class IndicatorSpecsTests
{
    [Fact]
    public void The_default_list_makes_six_columns()
    {
        var parsed = IndicatorSpecs.Parse(IndicatorSpecs.Default);

        var columns = new IndicatorList(parsed.Specs).Columns;

        Assert.Empty(parsed.Errors);
        Assert.Equal(["SMA:9", "SMA:20", "EMA:21", "RSI:14", "SUPERTREND:10:3.value", "SUPERTREND:10:3.direction"], columns);
    }

    [Theory]
    [InlineData("sma:9", "SMA:9")]
    [InlineData("  Ema : 021 , rsi:14.0 ", "EMA:21 RSI:14")]
    [InlineData("SUPERTREND", "SUPERTREND:10:3")]
    [InlineData("SUPERTREND:7", "SUPERTREND:7:3")]
    [InlineData("SUPERTREND:7:2.50", "SUPERTREND:7:2.5")]
    [InlineData("", "")]
    [InlineData("  ", "")]
    public void Entries_are_brought_to_their_canonical_text(string text, string expected)
    {
        var parsed = IndicatorSpecs.Parse(text);

        Assert.Empty(parsed.Errors);
        Assert.Equal(expected, string.Join(' ', parsed.Specs.Select(spec => spec.Text)));
    }

    [Theory]
    [InlineData("EMA:0", "EMA:0: period must be 1 to 5000")]
    [InlineData("SMA:99999", "SMA:99999: period must be 1 to 5000")]
    [InlineData("SMA:-9", "SMA:-9: period must be 1 to 5000")]
    [InlineData("SMA:2.5", "SMA:2.5: period must be 1 to 5000 and whole")]
    [InlineData("SMA:x", "SMA:x: period must be 1 to 5000 and whole")]
    [InlineData("SMA:", "SMA:: period must be 1 to 5000 and whole")]
    [InlineData("SMA:1e2", "SMA:1e2: period must be 1 to 5000 and whole")]
    [InlineData("RSI:1", "RSI:1: period must be 2 to 5000")]
    [InlineData("SUPERTREND:10:0", "SUPERTREND:10:0: multiplier must be 0.1 to 20")]
    [InlineData("SUPERTREND:10:NaN", "SUPERTREND:10:NaN: multiplier must be 0.1 to 20")]
    [InlineData("VWAP:1", "VWAP:1: 1 parameter given, it takes none")]
    [InlineData("MACD:26:12", "MACD:26:12: fast must be less than slow, not 26 and 12")]
    [InlineData("MACD:26", "MACD:26: fast must be less than slow, not 26 and 26")]
    [InlineData("SMA:9:9", "SMA:9:9: 2 parameters given, at most 1 allowed (period)")]
    [InlineData("SMA:9,sma:9.0", "sma:9.0: stands in the list already")]
    [InlineData("SMA:9,,EMA:5", "an entry is empty; expected a code and its parameters, such as SMA:9")]
    public void A_bad_entry_is_named_with_what_is_allowed(string text, string expected)
    {
        var parsed = IndicatorSpecs.Parse(text);

        Assert.False(parsed.IsGood);
        Assert.Equal(expected, Assert.Single(parsed.Errors));
    }

    [Fact]
    public void An_unknown_indicator_is_answered_with_all_that_are_known()
    {
        var error = Assert.Single(IndicatorSpecs.Parse("FOO:3").Errors);

        Assert.Equal($"FOO:3: unknown indicator; known: {string.Join(", ", IndicatorCatalog.All.Select(known => known.Code))}", error);
    }

    [Fact]
    public void Every_bad_entry_is_named()
    {
        var parsed = IndicatorSpecs.Parse("FOO, SMA:0, EMA:5, BAR");

        Assert.Equal(3, parsed.Errors.Count);
        Assert.Equal("EMA:5", Assert.Single(parsed.Specs).Text);
    }

    [Fact]
    public void More_than_64_columns_are_refused()
    {
        var full = string.Join(',', Enumerable.Range(1, 64).Select(period => $"SMA:{period}"));

        Assert.True(IndicatorSpecs.Parse(full).IsGood);
        Assert.Equal("the list makes 66 columns; at most 64 are allowed", Assert.Single(IndicatorSpecs.Parse($"{full},SUPERTREND").Errors));
    }
}
