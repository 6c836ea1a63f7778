using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Risk;
using TradingDesk.Engine.Trading.Risks;

namespace TradingDesk.Engine.Trading;

/// <summary>Accounts opened, paid into, begun anew, and their days ended: each an explicit fact.</summary>
internal sealed class AccountDesk(TradingBook book, MoneyBoard levels, MoneyVoice say, RiskReview risks)
{
    public RefusalCode Open(SubmittedCommand submitted, OpenAccount open)
    {
        if (!AccountNames.IsAllowed(submitted.Account)) return RefusalCode.AccountNotAllowed;
        if (book.Find(submitted.Account) is not null) return RefusalCode.AccountNameTaken;
        if (book.Accounts.Count >= Limits.AccountsMost) return RefusalCode.TooManyAccounts;
        if (!AccountNames.IsAmount(open.Cash)) return RefusalCode.AmountNotAllowed;
        Commit(FactKind.AccountOpened, EventOf(new AccountId(book.Accounts.Count), open.Cash), submitted);
        SetLimits(book.Accounts[^1], open.Cash);
        return RefusalCode.None;
    }

    public RefusalCode Move(SubmittedCommand submitted, Account account, MoveCash move)
    {
        if (!AccountNames.IsAmount(move.Amount.Scaled > 0 ? move.Amount : new Money(-Math.Max(move.Amount.Scaled, -long.MaxValue))))
            return RefusalCode.AmountNotAllowed;
        if (move.Amount.Scaled < 0 && levels.FreeOf(account) < -move.Amount) return RefusalCode.AccountInUse;
        Commit(FactKind.CashMoved, EventOf(account.Id, move.Amount), submitted);
        if (move.Amount.Scaled > 0) SetLimits(account, account.Deposited > move.Amount ? account.Deposited : move.Amount);
        return RefusalCode.None;
    }

    public RefusalCode Reset(SubmittedCommand submitted, Account account, ResetAccount reset)
    {
        if (!AccountNames.IsAmount(reset.Cash)) return RefusalCode.AmountNotAllowed;
        if (account.Positions.Any(position => !position.IsFlat)) return RefusalCode.AccountInUse;
        if (book.Orders.Unsettled.Any(order => order.Account == account.Id)) return RefusalCode.AccountInUse;
        Commit(FactKind.AccountReset, EventOf(account.Id, reset.Cash), submitted);
        SetLimits(account, reset.Cash);
        return RefusalCode.None;
    }

    /// <summary>Ends an account's day: its charges become final.</summary>
    public void CloseDay(Account account, DateOnly next)
    {
        risks.EndDay(account);
        var closed = new AccountEvent { Account = account.Id, Day = next.DayNumber, Amount = account.ChargesToday, Worth = account.Worth };
        say.Commit(new DeskFact { Kind = FactKind.DayClosed, Account = closed }, null);
    }

    /// <summary>Settles an expired contract in cash at that price.</summary>
    public void Settle(Account account, Position position, Price price)
    {
        var settled = new AccountEvent { Account = account.Id, Day = account.Day.DayNumber, Price = price };
        (settled.Product, settled.Run) = (position.Product, position.Key.Run);
        say.Commit(new DeskFact { Kind = FactKind.PositionSettled, Instrument = position.Instrument, Account = settled }, null);
    }

    /// <summary>What an account is given when it is opened, begun anew or paid into: dated, unless a person has set its limits.</summary>
    private void SetLimits(Account account, Money cash)
    {
        if (book.Risks.Of(account.Id).SetBy != RiskBook.Desk) return;
        var text = RiskFields.ToText(book.Risks.DefaultsOf(cash));
        var set = new SetLimits(RunId.None, text, "what paper accounts have until a person sets others");
        var fact = new DeskFact { Kind = FactKind.LimitsSet, Risk = new RiskEvent { Account = account.Id } };
        say.Commit(fact, new SubmittedCommand(0, RiskBook.Desk, account.Name, "", set));
    }

    /// <summary>An intraday position was not left before the end of that day's session.</summary>
    public void MissSquareOff(Account account, Position position, DateOnly day)
    {
        var missed = new AccountEvent { Account = account.Id, Day = day.DayNumber, Price = position.Last };
        (missed.Product, missed.Run) = (position.Product, position.Key.Run);
        say.Commit(new DeskFact { Kind = FactKind.SquareOffMissed, Instrument = position.Instrument, Account = missed }, null);
    }

    private AccountEvent EventOf(AccountId account, Money amount) =>
        new() { Account = account, Amount = amount, Day = say.Clock.IndiaDate.DayNumber };

    private void Commit(FactKind kind, in AccountEvent happened, SubmittedCommand submitted)
    {
        say.Commit(new DeskFact { Kind = kind, Command = submitted.Number, Account = happened }, submitted);
    }
}
