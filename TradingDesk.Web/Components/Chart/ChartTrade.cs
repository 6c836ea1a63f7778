namespace TradingDesk.Web.Components.Chart;

/// <summary>A trade at its candle: when, in seconds since 1970 UTC, 1 for bought and -1 for sold, what it was, and why.</summary>
public sealed record ChartTrade(long Second, int Way, string Words, string Reason);
