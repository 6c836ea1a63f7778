using System.Net;
using System.Net.Sockets;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Web.Startup;

public sealed class DeskStartTests
{
    [Fact]
    public async Task A_port_in_use_is_one_sentence_and_exit_code_1()
    {
        using var squatter = new TcpListener(IPAddress.Loopback, 0);
        squatter.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)squatter.LocalEndpoint).Port}";

        await using var desk = DeskProcess.Launch("--Urls", address);

        Assert.Equal(1, await desk.ExitCodeAsync());
        Assert.StartsWith($"TradingDesk cannot start: the address {address} is already in use.", desk.Errors,
            StringComparison.Ordinal);
        Assert.DoesNotContain('\n', desk.Errors);
    }
}
