namespace TradingDesk.Engine.Observation.Indicators;

/// <summary>
/// How often an indicator's forming value stood on one side and its candle closed on the other: the side of the price for what lies
/// on the candles, the sign for a direction, rising or falling since the last close for the rest.
/// </summary>
/// <param name="Column">The indicator's column.</param>
/// <param name="Candles">Closed candles looked at, second by second.</param>
/// <param name="Flipped">Those whose forming value at some second stood on the side it did not close on.</param>
/// <param name="Flips">Changes of side in all.</param>
public sealed record FlipCount(string Column, int Candles, int Flipped, int Flips);
