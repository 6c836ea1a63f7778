using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using TradingDesk.Tests.Processes;
using TradingDesk.Tests.Support;
using static TradingDesk.Tests.Web.Startup.DoorCalls;

namespace TradingDesk.Tests.Web.Startup;

/// <summary>The door of a desk in a process of its own, knocked at without a browser.</summary>
[Collection(ProcessCollection.Name)]
public sealed class DoorTests(DoorTests.OneDesk shared) : IClassFixture<DoorTests.OneDesk>
{
    private static readonly CancellationToken _cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_but_the_door_is_shown_to_nobody()
    {
        using var client = await ClientOf(shared.Desk);

        foreach (var path in new[] { "/", "/orders", "/accounts", "/users", "/audit", "/you", "/components", "/no-such-page" })
        {
            using var answer = await AskAsync(client, path);

            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
            Assert.StartsWith("/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        }

        using var post = await client.PostAsync(new Uri("/session/active", UriKind.Relative), null, _cancel);
        Assert.Equal(HttpStatusCode.Forbidden, post.StatusCode);
    }

    [Fact]
    public async Task The_cookie_is_for_this_site_and_no_script_and_comes_with_a_right_password_only()
    {
        using var client = await ClientOf(shared.Desk);

        using var wrong = await SignInAsync(client, "walnut ferry 61 lamp");
        using var right = await SignInAsync(client, TestPerson.Password);

        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        Assert.DoesNotContain(CookiesOf(wrong), cookie => cookie.StartsWith("desk-", StringComparison.Ordinal));
        Assert.Contains("The name or the password is wrong.", await wrong.Content.ReadAsStringAsync(_cancel), StringComparison.Ordinal);
        var given = CookiesOf(right).Single(cookie => cookie.StartsWith("desk-", StringComparison.Ordinal)).ToLowerInvariant();
        Assert.Equal((HttpStatusCode.Found, "/"), (right.StatusCode, right.Headers.Location!.AbsolutePath));
        Assert.All(["httponly", "samesite=strict", "path=/"], word => Assert.Contains(word, given, StringComparison.Ordinal));
        Assert.DoesNotContain("expires", given, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/%09/evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task Who_was_let_in_stays_on_this_desk(string back)
    {
        using var client = await ClientOf(shared.Desk);

        using var answer = await SignInAsync(client, TestPerson.Password, $"/sign-in?back={back}");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/", new Uri(client.BaseAddress!, answer.Headers.Location!).PathAndQuery);
        Assert.Equal(client.BaseAddress!.Authority, new Uri(client.BaseAddress!, answer.Headers.Location!).Authority);
    }

    [Fact]
    public async Task A_form_without_its_token_or_from_elsewhere_is_refused()
    {
        using var client = await ClientOf(shared.Desk);
        var fields = FieldsOf("", TestPerson.Password);

        using var bare = await PostAsync(client, "/sign-in", fields, client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        using var foreign = await PostAsync(client, "/sign-in", fields, "http://evil.example");
        using var silent = await PostAsync(client, "/sign-out", [], origin: null);

        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        Assert.Contains("This form was open for too long", await bare.Content.ReadAsStringAsync(_cancel), StringComparison.Ordinal);
        Assert.Contains("from another address", await foreign.Content.ReadAsStringAsync(_cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, silent.StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_itself_and_not_its_cookie_alone()
    {
        using var client = await ClientOf(shared.Desk);
        using var in_ = await SignInAsync(client, TestPerson.Password);
        using (var before = await AskAsync(client, "/")) Assert.Equal(HttpStatusCode.OK, before.StatusCode);

        using var out_ = await PostAsync(client, "/sign-out", [], client.BaseAddress!.GetLeftPart(UriPartial.Authority));

        Assert.Equal(HttpStatusCode.NoContent, out_.StatusCode);
        using var after = await AskAsync(client, "/");
        Assert.Equal(HttpStatusCode.Found, after.StatusCode);
    }

    /// <summary>Every desk of the tests runs where the environment wants forwarded headers believed.</summary>
    [Fact]
    public async Task Nobody_believes_what_a_browser_says_of_its_address_and_one_that_knocks_too_often_is_told_429()
    {
        await using var desk = DeskProcess.Launch();
        using var client = await ClientOf(desk);
        var origin = client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        client.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");
        using var answer = await SignInAsync(client, TestPerson.Password);
        Assert.Contains(CookiesOf(answer), cookie => cookie.StartsWith("desk-", StringComparison.Ordinal));
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        List<HttpStatusCode> codes = [];
        var told = "";

        for (var i = 0; i < 35; i++)
        {
            client.DefaultRequestHeaders.Remove("X-Forwarded-For");
            client.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.113.{i}");
            using var knock = await PostAsync(client, "/sign-in", [], origin);
            codes.Add(knock.StatusCode);
            told = await knock.Content.ReadAsStringAsync(_cancel);
        }

        Assert.InRange(codes.Count(code => code == HttpStatusCode.TooManyRequests), 5, 6);
        Assert.Equal(HttpStatusCode.TooManyRequests, codes[^1]);
        Assert.Contains("wait a minute", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:5080")]
    [InlineData("http://[::]:0")]
    [InlineData("http://192.0.2.7:5080")]
    public async Task Plain_http_beyond_this_machine_is_refused_with_how_to_do_better(string url)
    {
        await using var desk = DeskProcess.LaunchNew("--Urls", url);

        Assert.Equal(1, await desk.ExitCodeAsync());
        Assert.StartsWith($"TradingDesk cannot start: the address {url} would send passwords", desk.Errors, StringComparison.Ordinal);
        Assert.Contains("Kestrel__Certificates__Default__Path", desk.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(desk.DataFolder));
    }

    [Fact]
    public async Task Https_without_a_certificate_is_refused_and_so_is_a_second_list_of_addresses()
    {
        await using var bare = DeskProcess.LaunchNew("--Urls", "https://127.0.0.1:0");
        await using var second = DeskProcess.LaunchNew("--Kestrel:Endpoints:All:Url", "http://0.0.0.0:5999");

        Assert.Equal((1, 1), (await bare.ExitCodeAsync(), await second.ExitCodeAsync()));
        Assert.StartsWith(
            "TradingDesk cannot start: the address https://127.0.0.1:0 needs a certificate.", bare.Errors, StringComparison.Ordinal);
        Assert.StartsWith("TradingDesk cannot start: Kestrel:Endpoints is set;", second.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Https_with_a_certificate_has_the_guarded_cookie_and_says_to_stay_on_https()
    {
        using var folder = new TempFolder();
        await File.WriteAllBytesAsync(folder.File("desk.pfx"), Certificate(), _cancel);
        await using var desk = DeskProcess.Launch("--Urls", "https://127.0.0.1:0",
            "--Kestrel:Certificates:Default:Path", folder.File("desk.pfx"), "--Kestrel:Certificates:Default:Password", "a test");
        using var client = await ClientOf(desk);

        using var answer = await SignInAsync(client, TestPerson.Password);

        var given = CookiesOf(answer).Single(cookie => cookie.StartsWith("__Host-desk=", StringComparison.Ordinal));
        Assert.Contains("secure", given, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("max-age=31536000", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
    }

    /// <summary>A disk that fails under the door: the form's answer tells a number, never why.</summary>
    [Fact]
    public async Task What_fails_in_a_way_nobody_foresaw_tells_a_number_and_nothing_else()
    {
        using var client = await ClientOf(shared.Desk);
        var origin = client.BaseAddress!.GetLeftPart(UriPartial.Authority);

        using var answer = await PostAsync(client, "/sign-in?link=canary-in-the-address",
            [KeyValuePair.Create("_handler", "no-such-form"), .. await TokenOf(client, "/sign-in")], origin);
        var text = await answer.Content.ReadAsStringAsync(_cancel);

        Assert.True((int)answer.StatusCode >= 400, answer.StatusCode.ToString());
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
    }

    private static byte[] Certificate()
    {
        using var key = RSA.Create(2_048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return certificate.Export(X509ContentType.Pfx, "a test");
    }

    /// <summary>One desk for all tests that leave it as it was.</summary>
    public sealed class OneDesk : IAsyncLifetime
    {
        internal DeskProcess Desk { get; } = DeskProcess.Launch();

        public async ValueTask InitializeAsync() => await Desk.ListeningAsync();

        public ValueTask DisposeAsync() => Desk.DisposeAsync();
    }
}
