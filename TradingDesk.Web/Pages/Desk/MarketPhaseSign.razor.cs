using TradingDesk.Engine.Observation;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Pages.Desk;

/// <summary>Whether the market trades, until when by its own clock, and how fast that clock runs.</summary>
public sealed partial class MarketPhaseSign
{
    protected override MarketStatus? ReadSlice() => Desk.Current.Market;

    private static string Pace(MarketStatus market) => market.SpeedReached == market.Speed
        ? $"{IndianNumbers.Whole(market.Speed)}x"
        : $"{IndianNumbers.Whole(market.SpeedReached)}x of {IndianNumbers.Whole(market.Speed)}x";

    private static string Word(MarketPhase phase) => phase switch
    {
        MarketPhase.Open => "OPEN",
        MarketPhase.Closed => "CLOSED",
        _ => "phase unknown",
    };
}
