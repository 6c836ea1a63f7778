using System.Globalization;
using TradingDesk.Web.Components.Fields;

namespace TradingDesk.Tests.Web.Components;

/// <summary>What a number field makes of everything a person may type or paste into it.</summary>
public sealed class NumberRuleTests
{
    private static readonly NumberRule _price = new("Price", 2) { Step = 0.05m, HoldsStep = true, Least = 0.05m, Unit = NumberUnit.Rupees };
    private static readonly NumberRule _lots = new("Quantity", 0) { Step = 65, HoldsStep = true, Least = 65, Most = 650 };
    private static readonly NumberRule _stop = new("Stop", 2) { Least = null, Unit = NumberUnit.Percent, IsRequired = false };

    [Theory]
    [InlineData("1,25,000", "125000")]
    [InlineData("₹ 1,234.50", "1234.50")]
    [InlineData("₹\u00a01,234.50", "1234.50")]
    [InlineData("\u00a0182.35\u202f", "182.35")]
    [InlineData("１２３．４５", "123.45")]
    [InlineData("１，２５，０００", "125000")]
    [InlineData(" 65 ", "65")]
    public void A_paste_with_one_meaning_is_read(string text, string value)
    {
        var typed = _price.Read(text);

        Assert.Null(typed.Problem);
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), typed.Value);
    }

    [Theory]
    [InlineData("−1.25", "-1.25")]
    [InlineData("-1.25%", "-1.25")]
    [InlineData("－１．２５　％", "-1.25")]
    [InlineData("+2.5 %", "2.5")]
    public void A_field_of_percent_takes_its_sign_and_a_true_minus(string text, string value)
    {
        var typed = _stop.Read(text);

        Assert.Null(typed.Problem);
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), typed.Value);
    }

    [Theory]
    [InlineData("1e5", "no plain number")]
    [InlineData("1e400", "no plain number")]
    [InlineData("१०", "digits of another script")]
    [InlineData("1 000", "a space inside")]
    [InlineData("1\u00a0000", "a space of another kind")]
    [InlineData("\u200f100", "cannot be seen")]
    [InlineData("1,00,00", "has its commas")]
    [InlineData("12,50", "has its commas")]
    [InlineData("5%", "no plain number")]
    [InlineData("₹₹5", "no plain number")]
    [InlineData("−5", "cannot be negative")]
    [InlineData("+5", "without a sign")]
    [InlineData("", "is empty")]
    [InlineData("\u00a0", "is empty")]
    [InlineData("182.351", "more than 2 places")]
    [InlineData("0", "at least 0.05")]
    [InlineData("182.37", "a multiple of 0.05; near is 182.35 or 182.40")]
    public void What_could_mean_two_things_or_may_not_be_is_refused_in_a_sentence(string text, string why)
    {
        var typed = _price.Read(text);

        Assert.Null(typed.Value);
        Assert.StartsWith("Price", typed.Problem, StringComparison.Ordinal);
        Assert.Contains(why, typed.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_characters_are_refused_and_not_repeated()
    {
        var typed = _price.Read(new string('9', 10_000));

        Assert.Null(typed.Value);
        Assert.InRange(typed.Problem!.Length, 1, 80);
    }

    [Theory]
    [InlineData("64", "Quantity must be at least 65.")]
    [InlineData("1,000", "Quantity must be at most 650.")]
    [InlineData("100", "Quantity must be a multiple of 65; near is 65 or 130.")]
    [InlineData("649", "Quantity must be a multiple of 65; near is 585 or 650.")]
    public void Limits_and_lots_name_what_is_allowed(string text, string problem)
    {
        var typed = _lots.Read(text);

        Assert.Equal(problem, typed.Problem);
    }

    [Theory]
    [InlineData("65")]
    [InlineData("650")]
    public void The_limits_themselves_are_taken(string text)
    {
        var typed = _lots.Read(text);

        Assert.Null(typed.Problem);
    }

    [Fact]
    public void An_empty_field_that_may_be_empty_is_neither_a_value_nor_a_problem()
    {
        var typed = _stop.Read(" ");

        Assert.Equal((null, null), (typed.Value, typed.Problem));
    }

    [Theory]
    [InlineData("1234567.5", 2, "12,34,567.50")]
    [InlineData("83.0025", 4, "83.0025")]
    [InlineData("83", 4, "83.00")]
    [InlineData("650", 0, "650")]
    [InlineData("-3126.5", 2, "−3,126.50")]
    public void A_value_is_written_grouped_with_the_places_it_has(string value, int places, string expected)
    {
        var text = new NumberRule("Price", places).Write(decimal.Parse(value, CultureInfo.InvariantCulture));

        Assert.Equal(expected, text);
    }
}
