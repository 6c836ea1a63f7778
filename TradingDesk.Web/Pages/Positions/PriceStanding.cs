using TradingDesk.Engine.Observation;
using TradingDesk.Web.Components.Tables;

namespace TradingDesk.Web.Pages.Positions;

/// <summary>How a list that is valued at prices stands: of now, of a closed market, or at prices that are not fresh.</summary>
internal static class PriceStanding
{
    private static readonly TableStanding _closed = TableStanding.Closed("The market is closed: valued at its last prices.");
    private static readonly TableStanding _unfed =
        TableStanding.Stale("No feed: valued at the newest stored prices, which may be of another day.");
    private static readonly TableStanding _stale =
        TableStanding.Stale("Some prices are not fresh: they, what they are worth and the sums over them are in italics.");

    public static TableStanding Of(DeskSnapshot desk, bool isStale) => desk.Market switch
    {
        { HasFeed: false } => _unfed,
        { Phase: MarketPhase.Closed } => _closed,
        _ => isStale ? _stale : TableStanding.Ready,
    };
}
