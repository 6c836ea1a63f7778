using System.Globalization;
using System.Text;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Line.Alerts;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Sqlite.Journal;

/// <summary>Answers to commands that wait until what they say is durable.</summary>
/// <param name="answer">Tells whoever gave the command.</param>
/// <param name="sentenceOf">A refusal for a person.</param>
internal sealed class JournalAnswers(Action<CommandReceipt> answer, Func<RefusalCode, string> sentenceOf)
{
    /// <summary>Whoever asked before so many others has stopped waiting long ago.</summary>
    private const int Most = 20_000;

    private readonly Queue<(long Fact, CommandReceipt Receipt)> _waiting = new();

    /// <summary>Takes what a fact answers. A refusal of which nothing is kept claims nothing, and is told at once.</summary>
    public void Note(in DeskFact fact)
    {
        if (fact.Command == 0) return;
        var receipt = ReceiptOf(fact);
        if (fact.Kind == FactKind.CommandRefused)
        {
            answer(receipt);
            return;
        }

        if (_waiting.Count == Most) _waiting.Dequeue();
        _waiting.Enqueue((fact.Number, receipt));
    }

    /// <summary>Everything up to that fact is durable.</summary>
    public void Release(long through)
    {
        while (_waiting.TryPeek(out var next) && next.Fact <= through) answer(_waiting.Dequeue().Receipt);
    }

    private CommandReceipt ReceiptOf(in DeskFact fact)
    {
        var isTaken = fact.Refusal == RefusalCode.None;
        var code = isTaken ? "accepted" : WordsOf(fact.Refusal);
        return new CommandReceipt(fact.Command, isTaken, code, isTaken ? TakenSentence(fact) : sentenceOf(fact.Refusal))
        {
            Intent = fact.Kind is FactKind.IntentAccepted or FactKind.IntentDenied or FactKind.AnsweredBefore ? fact.Intent.Number : 0,
            Run = fact.Kind == FactKind.RunDeclared ? fact.Run.Run.Number : 0,
            IsRepeat = fact.Kind == FactKind.AnsweredBefore,
        };
    }

    /// <summary>No more than what is durable: a venue has seen nothing of it yet.</summary>
    private string TakenSentence(in DeskFact fact) => (fact.Kind, fact.Order.Kind) switch
    {
        (FactKind.IntentAccepted, _) => "It is on its way to the venue; the order says how it fares.",
        (FactKind.AnsweredBefore, _) => "This request was taken before; nothing was done again.",
        (FactKind.AlertAdded or FactKind.AlertRearmed, _) => AlertSentence(fact.Alert),
        (FactKind.AlertRemoved, _) => string.Create(CultureInfo.InvariantCulture, $"Alert {fact.Alert.Number} is removed."),
        (FactKind.OrderMoved, OrderEventKind.CancelClaimed) =>
            "The cancel is on its way to the venue; until it answers the order may still trade.",
        (FactKind.OrderMoved, OrderEventKind.ModifyClaimed) =>
            "The change is on its way to the venue; until it answers the order works on its old terms.",
        (FactKind.BracketMoved, _) => "The desk holds it there from now on.",
        (FactKind.RunEvaluated, _) => EvaluatedSentence(fact.Signal),
        (FactKind.KillLatched, _) => "The kill switch is latched: nothing new is risked from now on, what can be withdrawn and left is.",
        (FactKind.KillCleared, _) => "The kill switch is let go: entries are taken again.",
        _ => sentenceOf(RefusalCode.None),
    };

    private static string EvaluatedSentence(in SignalTerms signal) => (signal.Kind, signal.Side) switch
    {
        (SignalKind.Enter or SignalKind.Aim, Side.Buy) => "If the candle closed now it would want to hold long; nothing was done.",
        (SignalKind.Enter or SignalKind.Aim, _) => "If the candle closed now it would want to hold short; nothing was done.",
        (SignalKind.Exit, _) => "If the candle closed now it would want to leave; nothing was done.",
        (SignalKind.Protect, _) => "If the candle closed now it would want to move its stop; nothing was done.",
        _ => "If the candle closed now it would want nothing.",
    };

    private static string AlertSentence(in AlertEvent alert)
    {
        var then = (alert.State, alert.From) switch
        {
            (AlertState.Armed, AlertSide.Unknown) => "is armed; there is nothing to judge yet.",
            (AlertState.Armed, _) => "is armed.",
            (_, AlertSide.Unknown or AlertSide.At) => "waits until the value is seen on one side; from then on it fires on the other.",
            _ => "waits: its condition is true already, so it fires only when that has been false once.",
        };
        return string.Create(CultureInfo.InvariantCulture, $"Alert {alert.Number} {then}");
    }

    /// <summary>`price-off-tick` for PriceOffTick.</summary>
    private static string WordsOf(RefusalCode code)
    {
        var words = new StringBuilder();
        foreach (var letter in code.ToString())
        {
            if (char.IsAsciiLetterUpper(letter) && words.Length > 0) words.Append('-');
            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
