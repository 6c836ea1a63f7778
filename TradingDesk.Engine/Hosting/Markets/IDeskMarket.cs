using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.Candles;

namespace TradingDesk.Engine.Hosting.Markets;

/// <summary>The market a desk watches: what of its past can be made, and where its inputs come from.</summary>
internal interface IDeskMarket
{
    /// <summary>Tells this market's candles from another's of the same world.</summary>
    string Name { get; }

    /// <summary>Makes room for the market's own past in a store that holds another's, or one that is ahead of the clock; true when the
    /// stored candles are gone.</summary>
    bool Renew(CandleStore store, bool isAhead);

    /// <summary>Writes candles that can be made without a feed, up to now, and gives their number; none when told to stop before the
    /// last.</summary>
    long Fill(StartHistory history, Instant now, CancellationToken stop);

    /// <summary>The market's inputs from that moment on.</summary>
    IInputSource Open(Instant start);
}
