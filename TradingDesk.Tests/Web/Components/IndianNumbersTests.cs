using System.Globalization;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Tests.Web.Components;

/// <summary>Numbers are grouped in lakh and crore, carry a true minus, and never show a signed zero.</summary>
public sealed class IndianNumbersTests
{
    [Theory]
    [InlineData("1234567.89", "12,34,567.89")]
    [InlineData("999.5", "999.50")]
    [InlineData("123456789012.345", "1,23,45,67,89,012.35")]
    [InlineData("-3126.5", "−3,126.50")]
    [InlineData("-0.004", "0.00")]
    public void A_number_is_grouped_in_lakh_and_crore(string value, string expected)
    {
        var number = decimal.Parse(value, CultureInfo.InvariantCulture);

        var text = IndianNumbers.Plain(number);

        Assert.Equal(expected, text);
    }

    [Theory]
    [InlineData("42282.75", "+₹42,282.75")]
    [InlineData("-3126.50", "−₹3,126.50")]
    [InlineData("0", "₹0.00")]
    [InlineData("-0.001", "₹0.00")]
    public void The_sign_of_an_amount_stands_before_the_rupee(string value, string expected)
    {
        var number = decimal.Parse(value, CultureInfo.InvariantCulture);

        var text = IndianNumbers.SignedRupees(number);

        Assert.Equal(expected, text);
    }

    [Theory]
    [InlineData(22, "+0.22%")]
    [InlineData(-1_234, "−12.34%")]
    [InlineData(0, "0.00%")]
    public void A_percentage_carries_its_sign(long basisPoints, string expected)
    {
        var text = IndianNumbers.Percent(basisPoints);

        Assert.Equal(expected, text);
    }

    [Fact]
    public void What_is_not_known_is_a_dash_not_a_zero()
    {
        string[] texts =
            [IndianNumbers.Plain(null), IndianNumbers.Percent(null), IndianNumbers.SignedRupees(null), IndianNumbers.Whole(null)];

        Assert.All(texts, text => Assert.Equal(IndianNumbers.Nothing, text));
    }

    [Fact]
    public void A_loss_in_rupees_has_its_minus_first()
    {
        var text = IndianNumbers.Rupees(-136_762.5m);

        Assert.Equal("−₹1,36,762.50", text);
    }

    [Theory]
    [InlineData("price of NSE:NIFTY above 250000.00", "price of NSE:NIFTY above 2,50,000.00")]
    [InlineData("day P&L of PAPER-1000 below -150000", "day P&L of PAPER-1000 below \u22121,50,000")]
    [InlineData("price of BSE:500325 above 2500", "price of BSE:500325 above 2,500")]
    [InlineData("price of NSE:NIFTY26NOV25000CE above 999", "price of NSE:NIFTY26NOV25000CE above 999")]
    [InlineData("on 2026-11-21 above 1,00,000", "on 2026-11-21 above 1,00,000")]
    public void The_plain_numbers_of_a_sentence_are_grouped(string sentence, string grouped) =>
        Assert.Equal(grouped, IndianNumbers.Within(sentence));
}
