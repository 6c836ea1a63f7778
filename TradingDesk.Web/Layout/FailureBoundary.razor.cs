using System.Security.Cryptography;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace TradingDesk.Web.Layout;

/// <summary>Takes a page that failed away instead of its circuit: tells a number, and writes it to the log beside what failed.</summary>
public sealed partial class FailureBoundary(ILogger<FailureBoundary> log, NavigationManager navigation) : ErrorBoundaryBase
{
    private const int NumberBytes = 8;

    private string _number = "";

    /// <summary>The layout gives its next page: that one has not failed.</summary>
    protected override void OnParametersSet()
    {
        if (CurrentException is not null) Recover();
    }

    /// <summary>Before it is drawn anew; drawing it here would begin the failed page a second time.</summary>
    protected override Task OnErrorAsync(Exception exception)
    {
        _number = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NumberBytes));
        Failed(log, exception, _number, new Uri(navigation.Uri).AbsolutePath);
        return Task.CompletedTask;
    }

    private void Reload() => navigation.NavigateTo(navigation.Uri, forceLoad: true);

    /// <summary>The path without what stands behind its question mark, where links carry secrets.</summary>
    [LoggerMessage(Level = LogLevel.Error, Message = "Page {Number} failed: {Path}.")]
    private static partial void Failed(ILogger log, Exception failure, string number, string path);
}
