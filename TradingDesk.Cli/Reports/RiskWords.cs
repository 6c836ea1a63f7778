using System.Globalization;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Reports;

/// <summary>What a journal's row about limits and states tells a person; the command beside it says by whom and why.</summary>
internal static class RiskWords
{
    /// <summary>Null for a fact about something else.</summary>
    public static (string Kind, string Sentence)? Of(in DeskFact fact) => fact.Kind switch
    {
        FactKind.LimitsSet => ("limits-set", Say($"Limits of {ScopeOf(fact.Risk)} are set.")),
        FactKind.RiskStateChanged => ("risk-state", StateSentence(fact.Risk)),
        FactKind.PeakRaised => ("peak-raised", Say($"The drawdown of {ScopeOf(fact.Risk)} counts from {fact.Risk.Amount}.")),
        FactKind.RunDayEnded => ("run-day-ended", Say($"The day of {ScopeOf(fact.Risk)} is over; it has made {fact.Risk.Amount} in all.")),
        _ => null,
    };

    private static string StateSentence(in RiskEvent what) => what.State switch
    {
        RiskState.Active => Say($"{ScopeOf(what)} trades again."),
        _ when what.Limit == default => Say($"{ScopeOf(what)} is {WordOf(what.State)}: {RefusalSentences.Of(what.Why)}"),
        _ => Say($"{ScopeOf(what)} is {WordOf(what.State)}, {what.Amount} lost of {what.Limit} allowed: {RefusalSentences.Of(what.Why)}"),
    };

    private static string ScopeOf(in RiskEvent what) =>
        what.Run.IsNone ? Say($"account {what.Account.Index + 1}") : Say($"run {what.Run.Number} on account {what.Account.Index + 1}");

    private static string WordOf(RiskState state) => state == RiskState.Halted ? "halted" : "held to exits";

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
