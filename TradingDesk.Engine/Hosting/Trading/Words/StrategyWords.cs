using System.Globalization;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Runs;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Hosting.Trading.Words;

/// <summary>What a journal's row about a strategy's run or its signal tells a person.</summary>
internal static class StrategyWords
{
    private const decimal HundredthsOfPercent = 100m;

    /// <summary>Null for a fact about something else.</summary>
    public static (string Kind, string Sentence)? Of(in DeskFact fact, JournalNames names) => fact.Kind switch
    {
        FactKind.RunDeclared =>
            ("run-declared", $"{NameOf(fact.Run.Run, names)} is declared on {names.Of(fact.Run.Account)}."),
        FactKind.RunChanged =>
            ("run-changed", Say($"{NameOf(fact.Run.Run, names)} is changed: version {fact.Run.Version} holds from now on.")),
        FactKind.RunMoved => ("run-moved", $"{NameOf(fact.Run.Run, names)} is {WordOf(fact.Run.State)}{Because(fact.Refusal)}"),
        FactKind.SignalRaised => ("signal", SignalSentence(fact, names)),
        FactKind.RunEvaluated => ("run-evaluated", $"{NameOf(fact.Signal.Run, names)} was asked: {AskedSentence(fact.Signal)}"),
        _ => null,
    };

    private static string SignalSentence(in DeskFact fact, JournalNames names)
    {
        var outcome = fact.Refusal == RefusalCode.None ? "Acted on." : $"Not acted on: {RefusalSentences.Of(fact.Refusal)}";
        return Say($"{NameOf(fact.Signal.Run, names)} gives signal {fact.Signal.Number}: {WishOf(fact.Signal)}. {outcome}");
    }

    private static string AskedSentence(in SignalTerms signal) =>
        signal.Kind == 0 ? "it would want nothing now." : $"it would want: {WishOf(signal)}.";

    private static string WishOf(in SignalTerms signal) => Say(
        $"{SignalViews.WishOf(signal)} at {RupeeText.Of(signal.Price)}, {signal.Confidence / HundredthsOfPercent:0.#} % sure");

    private static string WordOf(RunState state) => state switch
    {
        RunState.Warming => "taking in its history",
        RunState.Halted => "halted by risk",
        RunState.Benched => "benched, for it broke",
        _ => state.ToString().ToLowerInvariant(),
    };

    private static string Because(RefusalCode code) =>
        code is RefusalCode.None or RefusalCode.Restarted ? "." : $": {RefusalSentences.Of(code)}";

    private static string NameOf(RunId run, JournalNames names) => JournalNames.AtStart(names.Of(run));

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
