using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.Candles;

namespace TradingDesk.Engine.Hosting.Markets;

/// <summary>The real market without a feed: what was imported can be looked at, nothing is made up and nothing arrives.</summary>
internal sealed class StoredDeskMarket : IDeskMarket
{
    public string Name => "market";

    public bool Renew(CandleStore store, bool isAhead) => false;

    public long Fill(StartHistory history, Instant now, CancellationToken stop) => 0;

    public IInputSource Open(Instant start) => new Silence();

    /// <summary>No inputs; whoever paces it posts the time alone.</summary>
    private sealed class Silence : IInputSource
    {
        public bool TryRead(Instant through, out DeskInput input)
        {
            input = default;
            return false;
        }

        public void SkipTo(Instant moment)
        {
        }
    }
}
