using TradingDesk.Engine.Hosting.Settings;

namespace TradingDesk.Tests.Processes.Drill;

/// <summary>
/// No test: a desk with a strategy that holds it, in a process of its own which a test starts by naming this class. It ends as the desk
/// ends.
/// </summary>
public sealed class HoldingDesk
{
    [Fact(Explicit = true)]
    public async Task Runs_until_it_leaves()
    {
        using (var desk = await HostedDesk.StartAsync(
            Environment.GetEnvironmentVariable("TRADINGDESK_DATA")!,
            paper => paper with { Strategies = [.. paper.Strategies, HoldingStrategy.Description] },
            TimeProvider.System,
            "--MARKET_SPEED", "20"))
        {
            await desk.StoppedAsync();
        }

        Environment.Exit(Environment.ExitCode);
    }
}
