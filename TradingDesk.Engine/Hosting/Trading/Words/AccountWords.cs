using System.Globalization;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Hosting.Trading.Words;

/// <summary>What a journal's row about an account's cash and days tells a person.</summary>
internal static class AccountWords
{
    /// <summary>Null for a fact about something else.</summary>
    public static (string Kind, string Sentence)? Of(in DeskFact fact, JournalNames names)
    {
        var (what, whose) = (fact.Account, names.Of(fact.Account.Account));
        var amount = RupeeText.Of(what.Amount);
        return fact.Kind switch
        {
            FactKind.AccountOpened => ("account-opened", $"{JournalNames.AtStart(whose)} is opened with {amount}."),
            FactKind.CashMoved => ("cash-moved", CashSentence(what.Amount, whose)),
            FactKind.AccountReset => ("account-reset", $"{JournalNames.AtStart(whose)} begins anew with {amount}."),
            FactKind.DayClosed => ("day-closed", $"The day of {whose} is over; its charges were {amount}."),
            FactKind.PositionSettled => ("settled",
                $"The {WordOf(what.Product)} position of {whose} is settled in cash at {RupeeText.Of(what.Price)}."),
            FactKind.SquareOffMissed => ("square-off-missed", string.Create(CultureInfo.InvariantCulture,
                $"The {WordOf(what.Product)} position of {whose} was not left on {DateOnly.FromDayNumber(what.Day):d MMM yyyy}.")),
            FactKind.AccountArmed => ("armed", $"{JournalNames.AtStart(whose)} is armed."),
            _ => null,
        };
    }

    private static string CashSentence(Money amount, string whose) => amount.Scaled < 0
        ? $"{RupeeText.Of(new Money(-amount.Scaled))} moved out of {whose}."
        : $"{RupeeText.Of(amount)} moved into {whose}.";

    private static string WordOf(Product product) => product.ToString().ToUpperInvariant();
}
