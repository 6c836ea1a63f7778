using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation;

/// <summary>A candle as pages show it; Start is its first moment. Quality is empty or names what is unusual, such as `gap`.</summary>
public sealed record CandleView(Instant Start, Price Open, Price High, Price Low, Price Close, long Volume, int Ticks, string Quality);

/// <summary>The forming candle and the indicators as they would be if it closed now; a value is null until its indicator is ready.</summary>
public sealed record RungReading(CandleView Forming, IReadOnlyList<double?> Peeked);

/// <summary>Closed candles, oldest first, and per candle the value of each column in the layout's order, null until ready.</summary>
public sealed record CandleHistory(IReadOnlyList<CandleView> Candles, IReadOnlyList<IReadOnlyList<double?>> Values)
{
    public static CandleHistory Empty { get; } = new([], []);
}

/// <summary>One price of the book.</summary>
public sealed record DepthRow(Price Price, long Quantity);

/// <summary>The best bids and offers, best first, at most five of each.</summary>
public sealed record DepthReading(Instant Time, IReadOnlyList<DepthRow> Bids, IReadOnlyList<DepthRow> Offers);
