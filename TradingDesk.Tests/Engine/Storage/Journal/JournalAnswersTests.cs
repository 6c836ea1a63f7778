using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Storage.Sqlite.Journal;

namespace TradingDesk.Tests.Engine.Storage.Journal;

public sealed class JournalAnswersTests
{
    [Theory]
    [InlineData(FactKind.IntentAccepted, OrderEventKind.None, "on its way")]
    [InlineData(FactKind.OrderMoved, OrderEventKind.CancelClaimed, "may still trade")]
    [InlineData(FactKind.OrderMoved, OrderEventKind.ModifyClaimed, "on its old terms")]
    [InlineData(FactKind.AnsweredBefore, OrderEventKind.None, "nothing was done again")]
    [InlineData(FactKind.CashMoved, OrderEventKind.None, "Done.")]
    internal void What_only_was_recorded_is_not_said_to_be_done(FactKind kind, OrderEventKind what, string said)
    {
        var told = new List<CommandReceipt>();
        var answers = new JournalAnswers(told.Add, RefusalSentences.Of);
        var fact = new DeskFact { Number = 1, Kind = kind, Command = 5 };
        if (kind == FactKind.OrderMoved) fact.Order.Kind = what;

        answers.Note(fact);
        answers.Release(1);

        Assert.Contains(said, Assert.Single(told).Sentence, StringComparison.Ordinal);
    }
}
