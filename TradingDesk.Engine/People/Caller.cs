using System.Net;
using System.Net.Sockets;

namespace TradingDesk.Engine.People;

/// <summary>Where a request comes from: the network address, and what the browser calls itself.</summary>
public sealed record Caller(string Address, string Browser)
{
    private const int BrowserMost = 240;
    private const int HouseBytes = 8;

    /// <summary>The person at the machine itself, through the desk's socket.</summary>
    public static Caller Console { get; } = new("", "");

    /// <summary>What attempts are counted by: an IPv6 house has 2^64 addresses, and they count as one.</summary>
    public string Network
    {
        get
        {
            if (!IPAddress.TryParse(Address, out var ip) || ip.AddressFamily != AddressFamily.InterNetworkV6) return Address;
            return ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4().ToString() : Convert.ToHexStringLower(ip.GetAddressBytes().AsSpan(0, HouseBytes));
        }
    }

    public string KeptBrowser => Browser.Length <= BrowserMost ? Browser : Browser[..BrowserMost];
}
