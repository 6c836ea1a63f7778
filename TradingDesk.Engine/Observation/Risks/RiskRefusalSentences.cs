using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Risks;

/// <summary>Why limits or the state of an account or a run let an order not through, in a sentence for a person.</summary>
internal static class RiskRefusalSentences
{
    public static string Of(RefusalCode code) => code switch
    {
        RefusalCode.LimitMissing => "A limit that protects money is not set, and without it nothing is entered; set it first.",
        RefusalCode.PriceTooOld => "The last price is older than the limits count as a price; wait for a newer one.",
        RefusalCode.OutsideCollar => "The order's price is further from the last price than the limits allow.",
        RefusalCode.PositionLimit => "With all that may yet be filled, the position would be worth more than its limit.",
        RefusalCode.UnderlyingLimit => "With all that may yet be filled, more than the limit would depend on this underlying.",
        RefusalCode.GrossLimit => "With all that may yet be filled, long and short together would be above the limit.",
        RefusalCode.NetLimit => "With all that may yet be filled, one direction would be above the limit.",
        RefusalCode.OpenOrdersLimit => "As many orders are open as the limits allow.",
        RefusalCode.TradesLimit => "As many entries were made today as the limits allow.",
        RefusalCode.DayLossReached => "The day's loss after charges has reached its limit: exits and cancels only until the next day.",
        RefusalCode.DrawdownReached =>
            "The loss since the highest worth has reached its limit: exits and cancels only until a person lets it trade again.",
        RefusalCode.ProductNotInLimits => "The limits do not allow this product.",
        RefusalCode.TimeNotInLimits => "The limits allow no entry at this time of day.",
        RefusalCode.InstrumentNotInLimits => "The limits do not allow this instrument.",
        RefusalCode.OpposingBooks => "Another book of this account stands on the other side of this instrument.",
        RefusalCode.RateBudgetShort => "The order waited too long for its turn among the account's requests; it never left.",
        RefusalCode.LimitsNotAllowed =>
            "The limits cannot be read, or no reason is given; write name=value with the names of limits, and why.",
        RefusalCode.RiskRoleMissing =>
            "Only who holds the risk role and a second factor may raise a limit or let a held account trade again.",
        RefusalCode.RiskHeld => "A person holds this account or run; what is allowed is said beside its state.",
        RefusalCode.PositionUnpriced => "Something held or ordered has no price yet, so what is at stake cannot be told.",
        _ => "The desk refused.",
    };
}
