using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Tests.Web.Components;

/// <summary>What a person may type or paste as an amount, and what is refused rather than guessed.</summary>
public sealed class TypedNumberTests
{
    [Theory]
    [InlineData("65", "65")]
    [InlineData(" 65\t", "65")]
    [InlineData("007", "7")]
    [InlineData("1,00,000", "100000")]
    [InlineData("12,34,567.89", "1234567.89")]
    [InlineData("100,000", "100000")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("182.35", "182.35")]
    [InlineData("0.0025", "0.0025")]
    [InlineData("0", "0")]
    public void Plain_digits_with_commas_of_lakhs_or_thousands_are_read(string text, string value)
    {
        var typed = TypedNumber.Read(text, "Price", 4);

        Assert.Null(typed.Problem);
        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), typed.Value);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("   ", "is empty")]
    [InlineData("1 000", "a space inside")]
    [InlineData("1\u00a0000", "a space of another kind")]
    [InlineData("1\u202f000", "a space of another kind")]
    [InlineData("१०", "digits of another script")]
    [InlineData("１０", "digits of another script")]
    [InlineData("1e3", "no plain number")]
    [InlineData("0x10", "no plain number")]
    [InlineData("₹100", "no plain number")]
    [InlineData("\u200e100", "cannot be seen")]
    [InlineData("100\u202e", "cannot be seen")]
    [InlineData("\ufeff100", "cannot be seen")]
    [InlineData("-5", "cannot be negative")]
    [InlineData("\u22125", "cannot be negative")]
    [InlineData("+5", "without a sign")]
    [InlineData("12,50", "has its commas")]
    [InlineData("1,0,000", "has its commas")]
    [InlineData("1,00,00", "has its commas")]
    [InlineData(",100", "has its commas")]
    [InlineData("1,00,000,000", "has its commas")]
    [InlineData("1234,567", "has its commas")]
    [InlineData("1.5,000", "12.50")]
    [InlineData("1.2.3", "more than one point")]
    [InlineData(".5", "12.50")]
    [InlineData("5.", "12.50")]
    [InlineData("100.05000001", "more than 4 places")]
    [InlineData("NaN", "no plain number")]
    [InlineData("Infinity", "no plain number")]
    [InlineData("<b>1</b>", "no plain number")]
    public void What_could_mean_two_things_is_refused_with_the_fields_name(string text, string why)
    {
        var typed = TypedNumber.Read(text, "Price", 4);

        Assert.Null(typed.Value);
        Assert.StartsWith("Price", typed.Problem, StringComparison.Ordinal);
        Assert.Contains(why, typed.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_characters_are_refused_and_not_repeated()
    {
        var typed = TypedNumber.Read(new string('9', 10_000), "Lots", 0);

        Assert.Null(typed.Value);
        Assert.InRange(typed.Problem!.Length, 1, 80);
    }

    [Theory]
    [InlineData("10.5")]
    [InlineData("10.0")]
    public void A_count_has_no_places(string text)
    {
        var typed = TypedNumber.Read(text, "Lots", 0);

        Assert.Equal("Lots must be a whole number.", typed.Problem);
    }

    [Fact]
    public void The_machines_culture_changes_nothing()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture =
            new System.Globalization.CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NumberGroupSeparator = "." } };

        var typed = TypedNumber.Read("1,234.5", "Price", 4);

        System.Globalization.CultureInfo.CurrentCulture = before;
        Assert.Equal(1234.5m, typed.Value);
    }
}
