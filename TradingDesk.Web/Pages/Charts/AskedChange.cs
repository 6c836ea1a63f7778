using TradingDesk.Engine.Commands;

namespace TradingDesk.Web.Pages.Charts;

/// <summary>A change of the indicators that was asked for on the chart, and the gate's receipt for it.</summary>
public sealed record AskedChange(ChangeIndicators Change, CommandReceipt Receipt);
