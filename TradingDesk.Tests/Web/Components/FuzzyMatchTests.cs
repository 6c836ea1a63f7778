using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Tests.Web.Components;

/// <summary>Letters typed in a hurry find what they mean, the nearest first.</summary>
public sealed class FuzzyMatchTests
{
    [Theory]
    [InlineData("Open the kill switch", "kill")]
    [InlineData("Open the kill switch", "otks")]
    [InlineData("Open the kill switch", "switch open")]
    [InlineData("NIFTY 26 NOV 25000 CE", "nifty 25000 ce")]
    [InlineData("NIFTY 26 NOV 25000 CE", "NIFTY25000")]
    [InlineData("anything", "")]
    public void It_fits(string text, string typed)
    {
        var score = FuzzyMatch.Score(text, typed);

        Assert.NotNull(score);
    }

    [Theory]
    [InlineData("Orders", "orderz")]
    [InlineData("NIFTY 26 NOV 25000 CE", "nifty 25000 pe")]
    [InlineData("HDFCBANK", "bkn")]
    [InlineData("INFY", "infyinfy")]
    public void It_does_not_fit(string text, string typed)
    {
        var score = FuzzyMatch.Score(text, typed);

        Assert.Null(score);
    }

    [Theory]
    [InlineData("it", "ITC", "TITAN")]
    [InlineData("bank", "BANK OF BARODA", "HDFC BANK")]
    [InlineData("bank", "HDFC BANK", "HDFCBANK")]
    [InlineData("itc", "ITC", "ITC HOTELS")]
    [InlineData("nif", "NIFTY 50", "NEW INDIA FUND")]
    public void The_nearer_one_scores_more(string typed, string nearer, string farther)
    {
        var (near, far) = (FuzzyMatch.Score(nearer, typed), FuzzyMatch.Score(farther, typed));

        Assert.True(near > (far ?? 0), $"{nearer} {near}, {farther} {far}");
    }
}
