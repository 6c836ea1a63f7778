using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.Settings;
using Xunit;

namespace TradingDesk.Tests.Engine.Hosting;

/// <summary>What a line of a `.env` file may look like.</summary>
public sealed class EnvironmentFileTests
{
    [Theory]
    [InlineData("A=1", "1")]
    [InlineData("  A = 1  ", "1")]
    [InlineData("export A=1", "1")]
    [InlineData("A=1 # why", "1")]
    [InlineData("A=a#b", "a#b")]
    [InlineData("A=\"a # b\" # why", "a # b")]
    [InlineData("A=' x '", " x ")]
    [InlineData("A=", "")]
    [InlineData("A=b=c", "b=c")]
    [InlineData("A=1\r\n", "1")]
    [InlineData("A=0\nA=1", "1")]
    public void A_line_gives_its_value(string text, string value)
    {
        var errors = new List<SettingError>();

        var found = EnvironmentFile.Parse(text, ".env", errors);

        Assert.Empty(errors);
        Assert.Equal(value, found["A"].Value);
    }

    [Theory]
    [InlineData("A")]
    [InlineData("=1")]
    [InlineData("A B=1")]
    [InlineData("A=\"1")]
    [InlineData("A='1' 2")]
    public void A_line_that_is_none_is_an_error_with_its_number(string line)
    {
        var errors = new List<SettingError>();

        var found = EnvironmentFile.Parse($"# first\n{line}\nB=2", ".env", errors);

        Assert.Equal(".env line 2", Assert.Single(errors).Source);
        Assert.Equal("B", Assert.Single(found).Key);
    }
}
