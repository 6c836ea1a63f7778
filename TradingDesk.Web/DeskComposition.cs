using Microsoft.Extensions.Configuration.Memory;

namespace TradingDesk.Web;

/// <summary>The parts of the web host that Program.cs names: defaults, circuits and pages.</summary>
internal static class DeskComposition
{
    // Every configuration source overrides these; a desk without any configuration answers this machine only.
    private static readonly KeyValuePair<string, string?>[] _defaults =
    [
        new("Urls", "http://127.0.0.1:5080"),
        new("AllowedHosts", "localhost;127.0.0.1;[::1]"),
        new("Logging:LogLevel:Default", "Information"),
        new("Logging:LogLevel:Microsoft.AspNetCore", "Warning"),
    ];

    public static void AddDeskDefaults(this WebApplicationBuilder builder)
    {
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = _defaults });
        builder.WebHost.UseStaticWebAssets();

        // DeskStart says what went wrong; a background service that fails is still logged, because that is critical.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
    }

    public static void AddDeskCircuits(this IRazorComponentsBuilder components) =>
        components.AddInteractiveServerComponents().AddHubOptions(hub => hub.KeepAliveInterval = CircuitKeepAlive);

    public static void MapDeskPages(this WebApplication app) =>
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(
            render => render.ContentSecurityFrameAncestorsPolicy = null); // SecurityHeaders says it for every answer.

    // The browser gives a silent server up after 6 s (boot.js): two lost beats are forgiven.
    private static TimeSpan CircuitKeepAlive => TimeSpan.FromSeconds(2);
}
