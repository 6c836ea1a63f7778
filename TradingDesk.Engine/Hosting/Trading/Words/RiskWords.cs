using TradingDesk.Engine.Line;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Hosting.Trading.Words;

/// <summary>What a journal's row about limits and states tells a person; the command beside it says by whom and why.</summary>
internal static class RiskWords
{
    /// <summary>Null for a fact about something else.</summary>
    public static (string Kind, string Sentence)? Of(in DeskFact fact, JournalNames names)
    {
        var (what, scope) = (fact.Risk, ScopeOf(fact.Risk, names));
        return fact.Kind switch
        {
            FactKind.LimitsSet => ("limits-set", $"Limits of {scope} are set."),
            FactKind.RiskStateChanged => ("risk-state", StateSentence(what, JournalNames.AtStart(scope))),
            FactKind.PeakRaised => ("peak-raised", $"The drawdown of {scope} counts from {RupeeText.Of(what.Amount)}."),
            FactKind.RunDayEnded =>
                ("run-day-ended", $"The day of {scope} is over; it has made {RupeeText.Of(what.Amount)} in all."),
            _ => null,
        };
    }

    /// <summary>A state as it is said of an account or a run.</summary>
    public static string WordOf(RiskState state) => state switch
    {
        RiskState.Active => "active",
        RiskState.Halted => "halted",
        _ => "held to exits",
    };

    private static string StateSentence(in RiskEvent what, string scope) => what.State switch
    {
        RiskState.Active => $"{scope} trades again.",
        _ when what.Limit == default => $"{scope} is {WordOf(what.State)}: {RefusalSentences.Of(what.Why)}",
        _ => $"{scope} is {WordOf(what.State)}, {RupeeText.Of(what.Amount)} lost of {RupeeText.Of(what.Limit)} allowed: "
            + RefusalSentences.Of(what.Why),
    };

    private static string ScopeOf(in RiskEvent what, JournalNames names) =>
        what.Run.IsNone ? names.Of(what.Account) : $"{names.Of(what.Run)} on {names.Of(what.Account)}";
}
