using Microsoft.Extensions.Hosting;

namespace TradingDesk.Engine.Hosting;

/// <summary>A part of the desk as the host starts and stops it; the host stops parts in the reverse of their order.</summary>
internal sealed class HostedPart(string name, Action start, Action stop) : IHostedService
{
    public string Name => name;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(stop, CancellationToken.None);

    /// <summary>Stops it now; once more does nothing, and neither does stopping what never started.</summary>
    public void Stop() => stop();
}
