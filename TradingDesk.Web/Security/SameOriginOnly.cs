namespace TradingDesk.Web.Security;

/// <summary>
/// Refuses what a page of another origin tries: circuits, which browsers do not hold to one origin themselves, and every request that
/// could change something.
/// </summary>
internal sealed class SameOriginOnly(RequestDelegate next)
{
    private static readonly PathString _circuits = "/_blazor";

    public Task InvokeAsync(HttpContext context)
    {
        if (!IsGuarded(context.Request) || IsOwn(context.Request)) return next(context);

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsGuarded(HttpRequest request) =>
        request.Path.StartsWithSegments(_circuits, StringComparison.OrdinalIgnoreCase)
        || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method));

    /// <summary>A plain same-origin GET carries no Origin; a web socket opened by a browser and every POST of it always do.</summary>
    private static bool IsOwn(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0) return HttpMethods.IsGet(request.Method) && request.Headers.Upgrade.Count == 0;
        return string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
