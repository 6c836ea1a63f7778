using System.Globalization;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Commands.Alerts;
using TradingDesk.Engine.Commands.Safety;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Commands;

/// <summary>Something an operator wants of the desk, as a value; its text form is what the tape keeps.</summary>
public abstract record DeskCommand
{
    /// <summary>The command as one line of text, read back by <see cref="TryParse"/>.</summary>
    public abstract string ToText();

    public static bool TryParse(string text, out DeskCommand? command)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var (verb, rest) = space < 0 ? (text, "") : (text[..space], text[(space + 1)..]);
        command = verb switch
        {
            ChangeTimeframes.Verb => ChangeTimeframes.Parse(rest),
            ChangeIndicators.Verb => ChangeIndicators.Parse(rest),
            ChangeCalendar.Verb => new ChangeCalendar(rest),
            PlaceOrder.Verb => PlaceOrder.Parse(rest),
            ChangeOrder.Verb => ChangeOrder.Parse(rest),
            MoveBracket.Verb => MoveBracket.Parse(rest),
            CancelOrder.Verb => CancelOrder.Parse(rest),
            CancelAll.Verb => new CancelAll(),
            ExitPosition.Verb => ExitPosition.Parse(rest),
            ExitAll.Verb => new ExitAll(),
            ResolveOrder.Verb => ResolveOrder.Parse(rest),
            OpenAccount.Verb => OpenAccount.Parse(rest),
            MoveCash.Verb => MoveCash.Parse(rest),
            ResetAccount.Verb => ResetAccount.Parse(rest),
            DeclareRun.Verb => new DeclareRun(rest),
            ChangeRun.Verb => ChangeRun.Parse(rest),
            MoveRun.Verb => MoveRun.Parse(rest),
            BenchRun.Verb => BenchRun.Parse(rest),
            SetLimits.Verb => SetLimits.Parse(rest),
            SetRiskState.Verb => SetRiskState.Parse(rest),
            AddAlert.Verb => new AddAlert(rest),
            RemoveAlert.Verb => RemoveAlert.Parse(rest),
            RearmAlert.Verb => RearmAlert.Parse(rest),
            KillDesk.Verb => KillDesk.Parse(rest),
            KillAccount.Verb => KillAccount.Parse(rest),
            RearmDesk.Verb => RearmDesk.Parse(rest),
            RearmAccount.Verb => RearmAccount.Parse(rest),
            ArmAccount.Verb => ArmAccount.Parse(rest),
            _ => null,
        };
        return command is not null;
    }
}
