using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http.Extensions;
using TradingDesk.Web.SignIn;

namespace TradingDesk.Web.Security;

/// <summary>What somebody at the door reads whose form was not taken at all, where a browser would show an error of its own.</summary>
internal sealed class RefusalPage(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        var isBare = http.Response.StatusCode >= StatusCodes.Status400BadRequest && !http.Response.HasStarted;
        if (isBare && SignInPaths.IsDoor(http.Request.Path)) await TellAsync(http);
    }

    private static Task TellAsync(HttpContext http)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        var again = HtmlEncoder.Default.Encode(http.Request.GetEncodedPathAndQuery());
        return http.Response.WriteAsync(
            "<!DOCTYPE html><html lang=\"en\" data-theme=\"dark\"><meta charset=\"utf-8\">"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
            + "<title>TradingDesk</title><link rel=\"stylesheet\" href=\"/lib/desk.css\"><main class=\"door\">"
            + "<p class=\"brand\">TradingDesk</p><h1>That was not taken</h1>"
            + $"<p>{SentenceOf(http.Response.StatusCode)}</p><p><a href=\"{again}\">Open the page again</a></p></main></html>");
    }

    private static string SentenceOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "This form was open for too long, or was sent once already.",
        StatusCodes.Status403Forbidden => "This form was sent from another address than the desk's.",
        StatusCodes.Status429TooManyRequests => "Too much came from your address; wait a minute.",
        _ => $"The desk answered {status}.",
    };
}
