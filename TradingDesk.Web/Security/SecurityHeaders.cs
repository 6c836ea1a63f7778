namespace TradingDesk.Web.Security;

/// <summary>Puts on every answer the headers that keep foreign scripts, frames and origins away from the desk.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    // Blazor and the chart set style attributes, hence style-src-attr; style elements and inline scripts stay forbidden.
    internal const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>At the last moment: what tells of a failure begins its answer anew, without any header that was there.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state => Put((HttpContext)state), context);
        return next(context);
    }

    private static Task Put(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        // With no-referrer a browser would call the origin of its own forms null.
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // Browsers hold it against a host with all its ports: localhost has others.
        if (context.Request.IsHttps && context.Request.Host.Host != "localhost") headers.StrictTransportSecurity = "max-age=31536000";
        return Task.CompletedTask;
    }
}
