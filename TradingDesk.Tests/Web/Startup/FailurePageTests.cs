using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TradingDesk.Tests.Support;
using TradingDesk.Web.Security;

namespace TradingDesk.Tests.Web.Startup;

/// <summary>A request that fails in a way nobody foresaw, at a host of the test's own with the desk's way to tell of it.</summary>
public sealed partial class FailurePageTests : IAsyncLifetime
{
    private const string Canary = "canary words of a failure";

    private static readonly CancellationToken _cancel = TestContext.Current.CancellationToken;

    private readonly LinesLog _log = new();
    private WebApplication? _host;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(_log);
        _host = builder.Build();
        _host.UseMiddleware<SecurityHeaders>();
        _host.UseExceptionHandler(FailurePage.Options);
        _host.MapGet("/fails", string () => throw new InvalidOperationException(Canary));
        _host.MapPost("/fails", string (HttpContext _) => throw new InvalidOperationException(Canary));
        await _host.StartAsync(_cancel);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task It_tells_a_number_that_stands_in_the_log_beside_what_failed_and_nothing_else(string method)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), $"{_host!.Urls.First()}/fails?link=canary-in-the-address");
        using var answer = await client.SendAsync(request, _cancel);
        var page = await answer.Content.ReadAsStringAsync(_cancel);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.All(["canary", "Exception", "   at ", "FailurePageTests"],
            word => Assert.DoesNotContain(word, page, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var number = Number().Match(page).Groups[1].Value;
        var line = Assert.Single(_log.Lines, one => one.Level >= LogLevel.Error);
        // Without what stands behind the question mark.
        Assert.Equal($"Request {number} failed: {method} /fails.", line.Text);
        Assert.Equal(Canary, line.Failure!.Message);
    }

    [Fact]
    public async Task Each_failure_has_a_number_of_its_own()
    {
        using var client = new HttpClient();
        List<string> numbers = [];

        for (var i = 0; i < 5; i++)
        {
            using var answer = await client.GetAsync(new Uri($"{_host!.Urls.First()}/fails"), _cancel);
            numbers.Add(Number().Match(await answer.Content.ReadAsStringAsync(_cancel)).Groups[1].Value);
        }

        Assert.Equal(5, numbers.Distinct().Count());
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        _log.Dispose();
    }

    [GeneratedRegex("<code>([^<]{8,})</code>")]
    private static partial Regex Number();
}
