namespace TradingDesk.Web.Components.Chart;

/// <summary>A wish at a candle: the candle's first second since 1970 UTC, 1 or -1 or 0 for leaving, and whether it was acted on.</summary>
public sealed record ChartMark(long StartSeconds, int Way, bool IsActed);
