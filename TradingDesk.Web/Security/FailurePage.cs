using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace TradingDesk.Web.Security;

/// <summary>What a browser is told of a request that failed in a way nobody foresaw: a number to look for in the log.</summary>
internal static partial class FailurePage
{
    public static ExceptionHandlerOptions Options { get; } = new()
    {
        ExceptionHandler = TellAsync,
        SuppressDiagnosticsCallback = _ => true,
    };

    private static async Task TellAsync(HttpContext http)
    {
        var id = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
        var failure = http.Features.Get<IExceptionHandlerPathFeature>();
        var log = http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(FailurePage));
        Failed(log, failure?.Error, id, http.Request.Method, failure?.Path ?? "");
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(
            "<!DOCTYPE html><html lang=\"en\" data-theme=\"dark\"><meta charset=\"utf-8\">"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
            + "<title>TradingDesk</title><link rel=\"stylesheet\" href=\"/lib/desk.css\"><main class=\"plain\"><h1>That did not work</h1>"
            + $"<p>The desk's log says why, under the number <code>{id}</code>.</p>"
            + "<p>What you sent may have been taken: look before you send it again.</p>"
            + "<p><a href=\"/\">Back to the desk</a></p></main></html>");
    }

    /// <summary>The path without what stands behind its question mark, where links carry secrets.</summary>
    [LoggerMessage(Level = LogLevel.Error, Message = "Request {Id} failed: {Method} {Path}.")]
    private static partial void Failed(ILogger log, Exception? failure, string id, string method, string path);
}
