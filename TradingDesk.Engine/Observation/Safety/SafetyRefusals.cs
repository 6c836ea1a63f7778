using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Safety;

/// <summary>What kill switches and arming refuse, in sentences for a person; null for what is no refusal of theirs.</summary>
internal static class SafetyRefusals
{
    public static string? Of(RefusalCode code) => code switch
    {
        RefusalCode.Killed => "A kill switch is latched: only cancels and exits are taken until it is armed again.",
        RefusalCode.NotKilled => "This kill switch is not latched; there is nothing to let go.",
        RefusalCode.RearmUnconfirmed => "To arm again must be confirmed: entries are taken again from then on.",
        RefusalCode.RearmUnderWay =>
            "The kill switch is still cancelling, or leaving positions: wait for its end, or force it and leave them yourself.",
        RefusalCode.ReasonMissing => "A reason is needed; it stays in the journal.",
        RefusalCode.NotArmed => "The account trades real money and is not armed; only cancels and exits are taken.",
        RefusalCode.ArmingNotNeeded => "Paper accounts need no arming, and no venue for real money is there yet.",
        RefusalCode.ArmingTooLong => "An account is armed for 1 to 480 minutes, never past midnight in India.",
        _ => null,
    };
}
