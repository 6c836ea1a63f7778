using System.Globalization;

namespace TradingDesk.Web.SignIn;

/// <summary>The cookie by which a browser shows its session; scripts and other sites never get it.</summary>
internal static class DeskCookie
{
    /// <summary>With the port behind it: a machine's ports share cookies, and two desks would sign each other out.</summary>
    private const string Plain = "desk-";

    /// <summary>The prefix lets a browser take it over https only, and for this host alone.</summary>
    private const string Guarded = "__Host-desk";

    public static string Read(HttpRequest request) => request.Cookies[NameOf(request)] ?? "";

    public static void Give(HttpContext http, string text) =>
        http.Response.Cookies.Append(NameOf(http.Request), text, OptionsOf(http.Request));

    public static void Take(HttpContext http) => http.Response.Cookies.Delete(NameOf(http.Request), OptionsOf(http.Request));

    /// <summary>Loopback without https works under a plain name: such a browser would refuse the other.</summary>
    private static string NameOf(HttpRequest request) => request.IsHttps
        ? Guarded
        : string.Create(CultureInfo.InvariantCulture, $"{Plain}{request.HttpContext.Connection.LocalPort}");

    private static CookieOptions OptionsOf(HttpRequest request) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        Path = "/",
        SameSite = SameSiteMode.Strict,
        Secure = request.IsHttps,
    };
}
