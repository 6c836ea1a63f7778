using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Web.Startup;

/// <summary>The one address that answers nobody in particular says ok or not ok, and nothing else.</summary>
public sealed class LiveAddressTests
{
    [Fact]
    public async Task Who_is_not_signed_in_learns_that_the_desk_lives_and_nothing_more()
    {
        await using var desk = DeskProcess.Launch();
        using var client = new HttpClient { BaseAddress = new Uri(await desk.ListeningAsync()) };
        var heard = new HashSet<string>();

        await Patience.UntilAsync(async () =>
        {
            using var answer = await client.GetAsync(new Uri("/live", UriKind.Relative));
            var word = await answer.Content.ReadAsStringAsync();
            heard.Add(word);
            Assert.Equal(word == "ok", answer.IsSuccessStatusCode);
            return word == "ok";
        }, TimeSpan.FromSeconds(60), "the desk called itself ok");

        Assert.Subset(new HashSet<string> { "ok", "not ok" }, heard);
    }
}
