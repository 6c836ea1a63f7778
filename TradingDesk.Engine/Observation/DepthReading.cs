using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation;

/// <summary>The best bids and offers, best first, at most five of each.</summary>
public sealed record DepthReading(Instant Time, IReadOnlyList<DepthRow> Bids, IReadOnlyList<DepthRow> Offers);
