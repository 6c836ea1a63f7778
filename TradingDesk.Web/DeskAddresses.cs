using System.Net;
using System.Net.Sockets;
using TradingDesk.Engine.Hosting;

namespace TradingDesk.Web;

/// <summary>Where the desk answers: plain http on this machine only, https with a certificate anywhere.</summary>
internal static class DeskAddresses
{
    private const string Certificate = "Kestrel:Certificates:Default";
    private const string ThisMachine = "localhost;127.0.0.1;[::1]";

    /// <summary>
    /// Tries every address before anything else starts, so that a second desk says so at once and writes nothing; the server's own
    /// attempt follows when the desk runs.
    /// </summary>
    public static void Try(string urls)
    {
        foreach (var url in Parts(urls))
        {
            var address = BindingAddress.Parse(url);
            if (address.Scheme is not ("http" or "https") || address.PathBase.Length > 0)
                throw new DeskRefusedException($"the address {url} is not of the form http://host:port or https://host:port.");
            if (address.Scheme == "http" && !IsLoopback(address.Host)) throw new DeskRefusedException(Unguarded(url, address.Port));
            TryPort(url, address);
        }
    }

    /// <summary>https wants a certificate, and no second list of addresses goes past the first.</summary>
    public static void Check(string urls, IConfiguration configuration)
    {
        if (configuration.GetSection("Kestrel:Endpoints").GetChildren().Any())
            throw new DeskRefusedException("Kestrel:Endpoints is set; where the desk answers is said by URLS alone.");
        if (configuration.GetSection(Certificate).GetChildren().Any()) return;
        if (Parts(urls).FirstOrDefault(url => BindingAddress.Parse(url).Scheme == "https") is { } bare)
            throw new DeskRefusedException($"the address {bare} needs a certificate. {HowToCertify}");
    }

    /// <summary>The names a browser may call the desk by: this machine's, and those its addresses name.</summary>
    public static string HostsOf(string urls) => string.Join(';',
        Parts(urls).Select(url => BindingAddress.Parse(url).Host).Where(host => !IsAnyHost(host)).Prepend(ThisMachine).Distinct());

    private static string HowToCertify =>
        "Give one by the environment: Kestrel__Certificates__Default__Path=desk.pfx and Kestrel__Certificates__Default__Password, "
        + "or Path=desk.pem and KeyPath=desk.key.";

    private static string[] Parts(string urls) =>
        urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Unguarded(string url, int port) =>
        $"the address {url} would send passwords and prices in the clear through a network. Use https: "
        + $"URLS={url.Replace("http:", "https:", StringComparison.Ordinal)} "
        + $"with a certificate. {HowToCertify} Or stay on this machine: URLS=http://127.0.0.1:{port}.";

    private static bool IsLoopback(string host) =>
        host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    private static bool IsAnyHost(string host) => host is "*" or "+" or "localhost"
        || (IPAddress.TryParse(host.Trim('[', ']'), out var ip)
            && (IPAddress.IsLoopback(ip) || ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)));

    private static void TryPort(string url, BindingAddress address)
    {
        var host = address.Host == "localhost" ? IPAddress.Loopback.ToString() : address.Host;
        if (!IPAddress.TryParse(host.Trim('[', ']'), out var ip) || address.Port == 0) return;
        using var probe = new TcpListener(ip, address.Port);
        try
        {
            probe.Start();
        }
        catch (SocketException refused)
        {
            throw new DeskRefusedException(refused.SocketErrorCode == SocketError.AddressAlreadyInUse
                ? $"the address {url} is already in use. Stop the other program, or choose another address, "
                    + $"for example URLS={address.Scheme}://127.0.0.1:{address.Port + 1}."
                : $"the address {url} cannot be used: {refused.Message.TrimEnd('.')}.");
        }
    }
}
