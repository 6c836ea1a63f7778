using System.Net;
using System.Net.WebSockets;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Web.Startup;

public sealed class SecurityTests
{
    [Fact]
    public async Task Every_answer_forbids_foreign_scripts_frames_and_sniffing()
    {
        await using var desk = DeskProcess.Launch();
        using var client = new HttpClient { BaseAddress = new Uri(await desk.ListeningAsync()) };

        foreach (var path in new[] { "/", "/boot.js", "/_framework/blazor.web.js", "/no-such-page" })
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));

            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        }
    }

    [Fact]
    public async Task A_page_of_another_origin_opens_no_circuit()
    {
        await using var desk = DeskProcess.Launch();
        var own = new Uri(await desk.ListeningAsync());

        Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync(own, "http://evil.example", host: null));
        Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync(own, "null", host: null));
        Assert.Equal(HttpStatusCode.BadRequest, await NegotiateAsync(own, "http://evil.example", host: "evil.example"));
        Assert.Equal(HttpStatusCode.Unauthorized, await NegotiateAsync(own, own.GetLeftPart(UriPartial.Authority), host: null));
        Assert.Equal(HttpStatusCode.OK, await NegotiateAsync(own, own.GetLeftPart(UriPartial.Authority), host: null, desk.Cookie));
    }

    [Fact]
    public async Task A_web_socket_without_an_origin_opens_no_circuit()
    {
        await using var desk = DeskProcess.Launch();
        var own = new Uri(await desk.ListeningAsync());
        using var socket = new ClientWebSocket();

        var refused = await Assert.ThrowsAsync<WebSocketException>(
            () => socket.ConnectAsync(new Uri($"ws://{own.Authority}/_blazor"), TestContext.Current.CancellationToken));

        Assert.Contains("403", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> NegotiateAsync(Uri desk, string origin, string? host, string cookie = "")
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(desk, "/_blazor/negotiate?negotiateVersion=1"));
        request.Headers.Add("Origin", origin);
        request.Headers.Host = host;
        if (cookie.Length > 0) request.Headers.Add("Cookie", $"{TestPerson.CookieNameAt(desk.AbsoluteUri)}={cookie}");
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
