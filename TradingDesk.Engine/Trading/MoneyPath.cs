using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Risk;
using TradingDesk.Engine.Trading.Risks;

namespace TradingDesk.Engine.Trading;

/// <summary>What every part of the path of money works on.</summary>
internal sealed record MoneyPath(
    DeskPlan Plan, MarketView Market, TradingBook Book, RiskGate Gate, MoneyBoard Levels, MoneyVoice Say, ParkedRequests Parked,
    RiskReview Risks)
{
    /// <summary>Whether the journal lets only cancels and exits through.</summary>
    public bool IsReduceOnly => Levels.Journal != JournalHealth.Sound;

    public Instant Clock => Say.Clock;
}
