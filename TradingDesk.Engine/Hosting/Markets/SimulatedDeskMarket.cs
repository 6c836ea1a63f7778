using Microsoft.Extensions.Logging;
using TradingDesk.Engine.Feeds.Faulty;
using TradingDesk.Engine.Feeds.Simulated;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.Candles;

namespace TradingDesk.Engine.Hosting.Markets;

/// <summary>The simulated market: its past can be made at any time, so candles of another seed, or of a future, make way for it.</summary>
internal sealed class SimulatedDeskMarket(DeskSettings settings, DeskPlan plan, ILogger log) : IDeskMarket
{
    /// <summary>Raised when the same seed gives other prices than before.</summary>
    private const int MakeOfMarket = 2;

    private ulong Seed => unchecked((ulong)settings.Seed);

    public string Name => $"make {MakeOfMarket}, seed {settings.Seed}, {settings.Calendar}{FaultsInWords}";

    public bool Renew(CandleStore store, bool isAhead)
    {
        if (!store.TryRenewFor(Name, isAhead, out var isRenewed, out var refusal))
            throw new DeskRefusedException(refusal);
        if (isRenewed) HostingLog.MarketRenewed(log);
        return isRenewed;
    }

    public long Fill(StartHistory history, Instant now, CancellationToken stop) => history.FillSimulated(Seed, now, stop);

    public IInputSource Open(Instant start)
    {
        var feed = new SimulatedFeed(new SimulatedMarket(Seed, plan.Instruments, plan.Calendar), start);
        return FaultWords.TryParse(settings.FeedFaults, out var faults) && faults != FeedFault.None
            ? new FaultyFeed(feed, Seed, faults) { Instruments = plan.Instruments.Count }
            : feed;
    }

    /// <summary>Candles of a feed with faults are no past of one without.</summary>
    private string FaultsInWords => settings.FeedFaults.Length == 0 ? "" : $", faults {settings.FeedFaults}";
}
