using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration.Memory;
using TradingDesk.Engine.Hosting;

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

        // Otherwise a desk run from its build folder sends every file uncompressed, three times the bytes.
        new("ReloadStaticAssetsAtRuntime", "false"),
        new("Logging:LogLevel:Microsoft.AspNetCore", "Warning"),
        new("Logging:LogLevel:TradingDesk.Web.SignIn", "Warning"),

        // It warns that the keys of forms lie in a file; they lie in the folder of keys, which only the desk's user may read.
        new("Logging:LogLevel:Microsoft.AspNetCore.DataProtection", "Error"),
    ];

    public static void AddDeskDefaults(this WebApplicationBuilder builder)
    {
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = _defaults });
        builder.WebHost.UseStaticWebAssets();

        // DeskStart says what went wrong; a background service that fails is still logged, because that is critical.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
    }

    /// <summary>
    /// Tries every address before anything else starts, so that a second desk says so at once and writes nothing; the server's own
    /// attempt follows when the desk runs.
    /// </summary>
    public static void TryAddresses(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var address = BindingAddress.Parse(url);
            if (address.Scheme != "http" || address.PathBase.Length > 0)
                throw new DeskRefusedException($"the address {url} is not of the form http://host:port; the desk has no certificate yet.");
            var host = address.Host == "localhost" ? IPAddress.Loopback.ToString() : address.Host;
            if (!IPAddress.TryParse(host.Trim('[', ']'), out var ip) || address.Port == 0) continue;
            using var probe = new TcpListener(ip, address.Port);
            try
            {
                probe.Start();
            }
            catch (SocketException refused)
            {
                throw new DeskRefusedException(refused.SocketErrorCode == SocketError.AddressAlreadyInUse
                    ? $"the address {url} is already in use. Stop the other program, or choose another address, "
                        + $"for example URLS=http://127.0.0.1:{address.Port + 1}."
                    : $"the address {url} cannot be used: {refused.Message.TrimEnd('.')}.");
            }
        }
    }

    public static void AddDeskCircuits(this IRazorComponentsBuilder components) =>
        components.AddInteractiveServerComponents().AddHubOptions(hub => hub.KeepAliveInterval = CircuitKeepAlive);

    public static void MapDeskPages(this WebApplication app) =>
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(
            render => render.ContentSecurityFrameAncestorsPolicy = null); // SecurityHeaders says it for every answer.

    // The browser gives a silent server up after 6 s (boot.js): two lost beats are forgiven.
    private static TimeSpan CircuitKeepAlive => TimeSpan.FromSeconds(2);
}
