using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Trading;

/// <summary>Puts what happens into the book, says it as a fact for the journal, and shows it: in this order, never one alone.</summary>
internal sealed class MoneyVoice(TradingBook book, MoneyBoard levels, DeskVoice say)
{
    public Instant Clock => say.Clock;

    /// <summary>The number of the newest fact.</summary>
    public long Published => say.Published;

    /// <summary>The number of the newest fact that the journal keeps: while it stands, the book says what it said.</summary>
    public long Journaled => say.Journaled;

    /// <summary>Events that changed nothing: repeated, overtaken or too late. They are not kept.</summary>
    public long Ignored { get; private set; }

    /// <summary>Something that happened to an order; gives the fact's number, or 0 when it changed nothing.</summary>
    public long Happen(Order order, OrderEvent what, SubmittedCommand? submitted)
    {
        (what.Order, what.Account) = (order.Id, order.Account);
        if (what.Side == 0) what.Side = order.Terms.Side;
        var fact = new DeskFact
        {
            Kind = FactKind.OrderMoved,
            Instrument = order.Instrument,
            Command = submitted?.Number ?? 0,
            Order = what,
            At = Clock,
        };
        book.Apply(ref fact, submitted);
        if (fact.Order.Verdict == OrderVerdict.Ignored)
        {
            Ignored++;
            return 0;
        }

        var number = say.Say(fact, submitted);
        levels.Show(order, number);
        return number;
    }

    /// <summary>Something that happened to an account, or an intent that was judged.</summary>
    public void Commit(DeskFact fact, SubmittedCommand? submitted)
    {
        fact.At = Clock;
        book.Apply(ref fact, submitted);
        var number = say.Say(fact, submitted);
        if (fact.Kind == FactKind.IntentAccepted) levels.Add(fact.Intent, number);
        if (fact.Kind == FactKind.StopMoved) Show(fact.Order.Order.Intent);
        if (fact.Kind == FactKind.BracketMoved) Show(fact.Bracket.Intent);
        if (fact.Kind == FactKind.DayClosed) levels.ShowDay(book.Of(fact.Account.Account));
        else if (fact.Kind is FactKind.AccountOpened or FactKind.CashMoved or FactKind.AccountReset or FactKind.PositionSettled
            or FactKind.SquareOffMissed)
            levels.ShowAll();
    }

    private void Show(int intent)
    {
        if (book.Brackets.TryGetValue(intent, out var bracket)) levels.Show(bracket);
    }

    /// <summary>What a key's first command was answered; nothing happens twice.</summary>
    public void Repeat(SubmittedCommand submitted, AnsweredCommand before)
    {
        var answer = new DeskFact { Kind = FactKind.AnsweredBefore, Command = submitted.Number, Refusal = before.Refusal };
        answer.Intent.Number = before.Intent;
        say.Say(answer, null);
    }
}
