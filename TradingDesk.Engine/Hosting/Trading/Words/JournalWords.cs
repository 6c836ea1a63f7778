using System.Globalization;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Storage.Sqlite.Journal;

namespace TradingDesk.Engine.Hosting.Trading.Words;

/// <summary>What any row of a journal tells a person: a short word for its kind, and a sentence.</summary>
internal static class JournalWords
{
    /// <summary>A row of a kind that only a later build writes has its kind alone.</summary>
    public static (string Kind, string Sentence) Of(JournalRow row, JournalNames names)
    {
        if (!row.IsFact)
            return ("started", string.Create(CultureInfo.InvariantCulture, $"The desk started: start {row.Run}, build {row.Command}."));
        var fact = row.ToFact();
        if (row.Intent > 0)
        {
            var step = OrderLives.StepOf(fact, nanos: 0);
            return (step.Kind, step.Sentence);
        }

        return AccountWords.Of(fact, names) ?? StrategyWords.Of(fact, names) ?? RiskWords.Of(fact, names) ?? KillWords.Of(fact, names)
            ?? AlertWords.Of(fact, names) ?? (row.Kind.ToString(), "");
    }
}
