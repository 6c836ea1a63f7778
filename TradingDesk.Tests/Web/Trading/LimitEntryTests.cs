using TradingDesk.Engine.Risk;
using TradingDesk.Tests.Support;
using TradingDesk.Web.Pages.Risk;

namespace TradingDesk.Tests.Web.Trading;

/// <summary>What the form of limits takes is what the engine takes, limit by limit.</summary>
public sealed class LimitEntryTests
{
    [Fact]
    public void The_form_asks_for_every_limit_the_engine_knows_in_its_order()
    {
        var asked = LimitField.All.Select(field => field.Name);

        Assert.Equal(RiskFields.All.Select(field => field.Name), asked);
    }

    [Theory]
    [InlineData("order-value", "10,00,000.50", "order-value=1000000.5")]
    [InlineData("order-units", "1,00,000", "order-units=100000")]
    [InlineData("collar", "2.25", "collar=2.25")]
    [InlineData("open-orders", "500", "open-orders=500")]
    [InlineData("products", "CNC, mis", "products=cnc,mis")]
    [InlineData("window", "09:20 - 15:10", "window=09:20-15:10")]
    [InlineData("instruments", "1:2885, 1:11536", "instruments=1:2885,1:11536")]
    [InlineData("day-loss", "", "day-loss=none")]
    public void What_is_typed_becomes_words_that_the_engine_takes(string name, string text, string words)
    {
        var entry = new LimitEntry(Field(name), "", text);

        Assert.Null(entry.Problem);
        Assert.Equal(words, entry.Change);
        Assert.NotNull(RiskFields.Change(RiskLimits.None, entry.Change, out _));
    }

    [Theory]
    [InlineData("order-value", "0")]
    [InlineData("order-value", "100000000000.01")]
    [InlineData("day-loss", "12.345")]
    [InlineData("order-units", "1.5")]
    [InlineData("order-units", "100000001")]
    [InlineData("collar", "100.01")]
    [InlineData("price-age", "86401")]
    [InlineData("open-orders", "-1")]
    [InlineData("products", "cnc,bo")]
    [InlineData("window", "15:10-09:20")]
    [InlineData("window", "9:20-15:10")]
    [InlineData("instruments", "RELIANCE")]
    public void What_the_engine_refuses_is_said_at_the_field_before_it_is_sent(string name, string text)
    {
        var entry = new LimitEntry(Field(name), "", text);

        Assert.StartsWith(entry.Field.Label, entry.Problem, StringComparison.Ordinal);
        Assert.Null(RiskFields.Change(RiskLimits.None, $"{name}={text.Replace(",", "", StringComparison.Ordinal)}", out _));
    }

    [Theory]
    [InlineData("day-loss=5000", "day-loss", "5,000.00", false, false)]
    [InlineData("day-loss=5000", "day-loss", "5,000.01", true, true)]
    [InlineData("day-loss=5000", "day-loss", "4,999", true, false)]
    [InlineData("day-loss=5000", "day-loss", "", true, false)]
    [InlineData("", "day-loss", "1", true, true)]
    [InlineData("products=cnc", "products", "", true, true)]
    [InlineData("products=cnc,mis", "products", "mis", true, false)]
    [InlineData("", "products", "mis", true, false)]
    [InlineData("window=09:20-15:10", "window", "09:15-15:10", true, true)]
    [InlineData("window=09:20-15:10", "window", "10:00-15:00", true, false)]
    public void What_raises_a_limit_is_what_the_engine_calls_wider(string limits, string name, string text, bool isChanged, bool isRaised)
    {
        var entry = LimitEntry.Of(Field(name), LimitField.Read(limits).GetValueOrDefault(name, "")) with { Text = text };
        var before = limits.Length == 0 ? RiskLimits.None : RiskFields.Change(RiskLimits.None, limits, out _)!;
        var after = RiskFields.Change(before, entry.Change, out _)!;

        Assert.Equal((isChanged, isRaised), (entry.IsChanged, entry.IsRaised));
        Assert.Equal(isRaised, RiskFields.FirstWider(before, after) is not null);
    }

    [Fact]
    public void Limits_as_they_stand_are_no_change()
    {
        var words = LimitField.Read(FakeRisks.Limits);

        Assert.All(LimitField.All, field => Assert.False(LimitEntry.Of(field, words.GetValueOrDefault(field.Name, "")).IsChanged));
    }

    private static LimitField Field(string name) => LimitField.All.Single(field => field.Name == name);
}
