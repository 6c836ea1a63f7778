using System.Globalization;

namespace TradingDesk.Tests.Processes.Drill;

/// <summary>
/// No test: a desk on the exchange's sessions that lives by a day's clock, in a process of its own which a test starts by naming this
/// class. It ends as the desk ends.
/// </summary>
public sealed class DayDesk
{
    [Fact(Explicit = true)]
    public async Task Runs_until_it_leaves()
    {
        using (var desk = await HostedDesk.StartAsync(
            Environment.GetEnvironmentVariable("TRADINGDESK_DATA")!,
            mode: null,
            DayClock.OfProcess(),
            "--MARKET_CALENDAR", "exchange", "--MARKET_SPEED", DayClock.Speed.ToString(CultureInfo.InvariantCulture)))
        {
            await desk.StoppedAsync();
        }

        Environment.Exit(Environment.ExitCode);
    }
}
