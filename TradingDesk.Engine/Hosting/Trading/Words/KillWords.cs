using System.Globalization;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives.Safety;

namespace TradingDesk.Engine.Hosting.Trading.Words;

/// <summary>What a journal's row about a kill switch tells a person.</summary>
internal static class KillWords
{
    /// <summary>Null for a fact about something else.</summary>
    public static (string Kind, string Sentence)? Of(in DeskFact fact, JournalNames names)
    {
        var what = fact.Kill;
        var whose = what.Scope == KillScope.Desk ? "The desk's kill switch" : $"The kill switch of {names.Of(what.Account)}";
        return fact.Kind switch
        {
            FactKind.KillLatched when what.Reach == KillReach.Positions => ("killed", $"{whose} is latched, positions are left."),
            FactKind.KillLatched => ("killed", $"{whose} is latched, positions stay."),
            FactKind.KillCleared => ("rearmed", $"{whose} is let go."),
            FactKind.KillMoved => ("kill-moved", string.Create(CultureInfo.InvariantCulture,
                $"{whose} is {StageOf(what.Stage)}: {what.Open} orders open, {what.Unknown} of them unknown, {what.Held} positions held.")),
            _ => null,
        };
    }

    private static string StageOf(KillStage stage) => stage switch
    {
        KillStage.Cancelling => "cancelling",
        KillStage.Flattening => "leaving positions",
        KillStage.Waiting => "waiting for a market or a price",
        KillStage.Unproven => "at its end, but not all is proven",
        _ => "at its end",
    };
}
