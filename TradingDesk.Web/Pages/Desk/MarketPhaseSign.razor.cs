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

    private static string Word(MarketStatus market) => market.Phase switch
    {
        MarketPhase.Open => "OPEN",
        MarketPhase.Closed => (market.Main?.Phase ?? "Closed").ToUpperInvariant(),
        _ => "phase unknown",
    };

    private static string Next(MarketStatus market) => market.Phase == MarketPhase.Open ? "closes in"
        : market.Main is null or { Next: "Open" } ? "opens in"
        : $"{market.Main.Next.ToLowerInvariant()} in";

    /// <summary>Only where nothing of the exchanges trades today: a part that is closed alone is no holiday.</summary>
    private static string Holiday(MarketStatus market) =>
        market.Parts.All(part => part.Holiday.Length > 0) ? market.Main?.Holiday ?? "" : "";

    private static string Parts(MarketStatus market) =>
        string.Join("; ", market.Parts.Select(part => $"{part.Hours.Split(' ')[0]} {part.Label}: {part.Phase}"));
}
