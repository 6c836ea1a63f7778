using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration.Memory;

namespace TradingDesk.Web;

/// <summary>The parts of the web host that Program.cs names: defaults, circuits and pages.</summary>
internal static class DeskComposition
{
    // Every configuration source overrides these; a desk without any configuration answers this machine only.
    private static readonly KeyValuePair<string, string?>[] _defaults =
    [
        new("Urls", "http://127.0.0.1:5080"),
        new("Logging:LogLevel:Default", "Information"),

        // Otherwise a desk run from its build folder sends every file uncompressed, three times the bytes.
        new("ReloadStaticAssetsAtRuntime", "false"),
        new("Logging:LogLevel:Microsoft.AspNetCore", "Warning"),
        new("Logging:LogLevel:TradingDesk.Web.SignIn", "Warning"),

        // It warns that the keys of forms lie in a file; they lie in the folder of keys, which only the desk's user may read.
        new("Logging:LogLevel:Microsoft.AspNetCore.DataProtection", "Error"),
    ];

    public static void AddDeskDefaults(this WebApplicationBuilder builder, string urls)
    {
        KeyValuePair<string, string?>[] defaults = [.. _defaults, new("AllowedHosts", DeskAddresses.HostsOf(urls))];
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = defaults });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

        // A browser can say anything of where it comes from, and no proxy stands between: what it says is not believed.
        builder.Services.PostConfigure<ForwardedHeadersOptions>(forwarded => forwarded.ForwardedHeaders = ForwardedHeaders.None);

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
