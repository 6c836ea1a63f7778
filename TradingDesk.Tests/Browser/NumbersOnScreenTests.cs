using System.Globalization;
using System.Text.RegularExpressions;

namespace TradingDesk.Tests.Browser;

/// <summary>Every number on the page as a trader in India writes it.</summary>
[Collection(BrowserCollection.Name), Trait("Needs", "Browser")]
public sealed partial class NumbersOnScreenTests(BrowserFixture fixture)
{
    [Fact]
    public async Task Every_number_is_grouped_by_lakh_and_crore_with_its_sign_first()
    {
        await using var session = await fixture.OpenDeskAsync();
        await session.ChooseAsync("RELIANCE");

        var numbers = await session.AskAsync<string[]>(
            "[...document.querySelectorAll('.n:not(input)')].map(cell => cell.innerText.trim())");
        var page = await session.AskAsync<string>("document.body.innerText");

        Assert.True(numbers.Length > 100, string.Create(CultureInfo.InvariantCulture, $"Only {numbers.Length} numbers were found."));
        Assert.All(numbers, number => Assert.Matches(Number(), number));
        Assert.Contains(numbers, number => Lakhs().IsMatch(number));
        Assert.DoesNotMatch(Nonsense(), page);
    }

    [Theory]
    [InlineData("12,34,567.89"), InlineData("−0.05%"), InlineData("+1.20%"), InlineData("0.00%"), InlineData("999"), InlineData("–")]
    [InlineData("03:59:10")]
    public void The_pattern_takes_what_is_right(string number) => Assert.Matches(Number(), number);

    [Theory]
    [InlineData("1,234,567.89"), InlineData("1234"), InlineData("-5.00"), InlineData("−0.00"), InlineData("+0.00%"), InlineData("NaN")]
    [InlineData(""), InlineData("0,123"), InlineData("₹+5.00"), InlineData("12,34")]
    public void The_pattern_refuses_what_is_wrong(string number) => Assert.DoesNotMatch(Number(), number);

    /// <summary>A number, the sign for none, or a countdown; a zero has no sign.</summary>
    [GeneratedRegex(@"^(–|\d{2,}:\d{2}:\d{2}|(?![+−]0(\.0+)?%?$)[+−]?₹?(0|[1-9]\d{0,2}|[1-9]\d?(,\d{2})*,\d{3})(\.\d+)?%?)$")]
    internal static partial Regex Number();

    [GeneratedRegex(@"^\d{1,2},\d{2},\d{3}")]
    private static partial Regex Lakhs();

    [GeneratedRegex(@"NaN|undefined|Infinity|null|[-−+]0(\.0+)?(?![\d.])")]
    internal static partial Regex Nonsense();
}
