namespace TradingDesk.Web.Security;

/// <summary>Refuses circuits that a page of another origin tries to open: browsers do not hold web sockets to one origin
/// themselves.</summary>
internal sealed class SameOriginCircuits(RequestDelegate next)
{
    private static readonly PathString _circuits = "/_blazor";

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(_circuits, StringComparison.OrdinalIgnoreCase) || IsOwn(context.Request))
            return next(context);

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>A plain same-origin GET carries no Origin; a web socket opened by a browser always does.</summary>
    private static bool IsOwn(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0) return request.Headers.Upgrade.Count == 0 && !HttpMethods.IsConnect(request.Method);
        return string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
