namespace TradingDesk.Web.Pages.Charts.Grid;

/// <summary>What one of the charts shows: an instrument by its key, a timeframe by its seconds, and on which scale.</summary>
public sealed record ChartSlot(string Instrument, int Seconds, bool IsLog = false);
