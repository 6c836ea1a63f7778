using System.Globalization;
using TradingDesk.Engine.Observation;

namespace TradingDesk.Web.Pages.Desk;

/// <summary>Whether the market trades, until when by its own clock, and how fast that clock runs.</summary>
public sealed partial class MarketPhaseSign
{
    protected override MarketStatus? ReadSlice() => Desk.Current.Market;

    private static string Times(double speed) => string.Create(CultureInfo.InvariantCulture, $"{speed:0.##}x");

    private static string Word(MarketPhase phase) => phase switch
    {
        MarketPhase.Open => "OPEN",
        MarketPhase.Closed => "CLOSED",
        _ => "phase unknown",
    };
}
