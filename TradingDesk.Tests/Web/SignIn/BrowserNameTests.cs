using TradingDesk.Web.SignIn;

namespace TradingDesk.Tests.Web.SignIn;

/// <summary>A list of sessions names browsers as people do.</summary>
public sealed class BrowserNameTests
{
    [Theory]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
        "Chrome 142 on Linux")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Edg/142.0.1.2",
        "Edge 142 on Windows")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox 140 on Mac")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Mobile/15E148 Safari/604.1",
        "Safari 18 on iPhone")]
    [InlineData("Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
        "Chrome 142 on Android")]
    [InlineData("curl/8.5.0", "curl/8.5.0")]
    [InlineData("", "")]
    public void A_browser_is_named_as_people_name_it(string agent, string name) => Assert.Equal(name, BrowserName.Of(agent));

    [Fact]
    public void What_is_no_browser_is_cut_where_it_is_long() =>
        Assert.Equal(new string('x', 60) + "...", BrowserName.Of(new string('x', 400)));
}
