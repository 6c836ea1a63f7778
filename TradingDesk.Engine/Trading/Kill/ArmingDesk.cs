using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Safety;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Risk;

namespace TradingDesk.Engine.Trading.Kill;

/// <summary>Arms accounts with real money when somebody says so; those on paper need none and are never armed.</summary>
internal sealed class ArmingDesk(MoneyPath path, Arming arming)
{
    /// <summary>A session and its preparation: nobody arms a desk for a week.</summary>
    private const int MinutesMost = 8 * 60;

    public RefusalCode Arm(SubmittedCommand submitted, Account account, ArmAccount wanted)
    {
        if (!account.Rules.NeedsArming) return RefusalCode.ArmingNotNeeded;
        if (path.Book.Kills.Stops(account.Id)) return RefusalCode.Killed;
        if (wanted.Minutes is < 1 or > MinutesMost) return RefusalCode.ArmingTooLong;
        if (string.IsNullOrWhiteSpace(wanted.Reason)) return RefusalCode.ReasonMissing;
        var armed = new AccountEvent { Account = account.Id, Day = path.Clock.IndiaDate.DayNumber };
        path.Say.Commit(new DeskFact { Kind = FactKind.AccountArmed, Command = submitted.Number, Account = armed }, submitted);
        arming.Arm(account.Id, path.Clock, wanted.Minutes);
        return RefusalCode.None;
    }
}
