using System.Net;
using System.Text.RegularExpressions;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Web.Startup;

/// <summary>What a browser sends to the door, sent without one.</summary>
internal static partial class DoorCalls
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<HttpClient> ClientOf(DeskProcess desk, string cookie = "")
    {
        var address = await desk.ListeningAsync();
        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            ServerCertificateCustomValidationCallback = (_, _, _, _) => true,
        };
        var client = new HttpClient(handler) { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        if (cookie.Length > 0) handler.CookieContainer.Add(client.BaseAddress, new Cookie(TestPerson.CookieNameAt(address), cookie));
        return client;
    }

    public static Task<HttpResponseMessage> AskAsync(HttpClient client, string path) =>
        client.GetAsync(new Uri(path, UriKind.Relative), Cancel);

    public static async Task<HttpResponseMessage> SignInAsync(HttpClient client, string password, string path = "/sign-in")
    {
        var token = (await TokenOf(client, path)).Single().Value;
        return await PostAsync(client, path, FieldsOf(token, password), client.BaseAddress!.GetLeftPart(UriPartial.Authority));
    }

    public static async Task<KeyValuePair<string, string>[]> TokenOf(HttpClient client, string path)
    {
        using var page = await AskAsync(client, path);
        var form = await page.Content.ReadAsStringAsync(Cancel);
        return [KeyValuePair.Create("__RequestVerificationToken", Token().Match(form).Groups[1].Value)];
    }

    /// <summary>The form of the door's first step.</summary>
    public static KeyValuePair<string, string>[] FieldsOf(string token, string password) =>
    [
        KeyValuePair.Create("_handler", "password"), KeyValuePair.Create("__RequestVerificationToken", token),
        KeyValuePair.Create("Person", TestPerson.Name), KeyValuePair.Create("Password", password),
    ];

    public static async Task<HttpResponseMessage> PostAsync(
        HttpClient client, string path, KeyValuePair<string, string>[] fields, string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative));
        request.Content = new FormUrlEncodedContent(fields);
        if (origin is not null) request.Headers.Add("Origin", origin);
        return await client.SendAsync(request, Cancel);
    }

    public static string[] CookiesOf(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [];

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
