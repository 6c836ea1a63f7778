using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Alerts;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Observation;

namespace TradingDesk.Engine.Hosting.Operating;

/// <summary>
/// What a caller of the socket may do: give commands about money and alerts, through the gate as everybody, and ask for both.
/// </summary>
internal sealed class OperatorDesk(IDeskView view, CommandGate gate, InstrumentTable instruments, OperatorPeople people)
{
    public async Task<OperatorAnswer> AnswerAsync(byte[] line, CancellationToken stop)
    {
        if (OperatorRequest.TryRead(line, out var refusal) is not { } request)
            return OperatorAnswer.Refused(0, "request-not-understood", refusal);
        if (request.Do.Length > 0 || request.Ask == OperatorRequest.People) return people.Answer(request);
        if (!view.Current.IsReady) return OperatorAnswer.Refused(request.Id, "starting", "The desk is starting; try again in a moment.");
        return request.Ask switch
        {
            "" => await ObeyAsync(request, stop),
            OperatorRequest.Accounts => new OperatorAnswer(request.Id, true, "read", "")
            {
                Accounts = [.. view.Current.Accounts.Select(account => OperatorAccount.Of(account, instruments))],
            },
            OperatorRequest.Runs => new OperatorAnswer(request.Id, true, "read", "")
            {
                Runs = [.. view.Current.Runs.Select(run => OperatorRun.Of(run, view.Current.Accounts, instruments))],
            },
            OperatorRequest.Risks => new OperatorAnswer(request.Id, true, "read", "")
            {
                Risks = [.. view.Current.Risks.Select(risk => OperatorRisk.Of(risk, view.Current.NameOf(risk.Account)))],
            },
            OperatorRequest.Alerts => new OperatorAnswer(request.Id, true, "read", "")
            {
                Alerts = [.. view.Current.Alerts.Select(OperatorAlert.Of)],
            },
            OperatorRequest.Kills => new OperatorAnswer(request.Id, true, "read", "")
            {
                Kills = [.. view.Current.Kills.Select(kill => OperatorKill.Of(kill, instruments))],
            },
            _ => OperatorAnswer.Refused(request.Id, "question-unknown",
                $"`ask` can be `{OperatorRequest.Accounts}`, `{OperatorRequest.Runs}`, `{OperatorRequest.Risks}`," +
                $" `{OperatorRequest.Alerts}`, `{OperatorRequest.Kills}` or `{OperatorRequest.People}`."),
        };
    }

    private async Task<OperatorAnswer> ObeyAsync(OperatorRequest request, CancellationToken stop)
    {
        if (!DeskCommand.TryParse(request.Command, out var command))
            return OperatorAnswer.Refused(request.Id, "command-not-understood", "`command` is no command as the journal writes them.");
        if (command is ChangeTimeframes or ChangeIndicators or ChangeCalendar)
            return OperatorAnswer.Refused(request.Id, "command-not-taken", "Only commands about accounts, kills and alerts are taken.");
        if (command is AddAlert add && view.ReviewAlert(add.Rule) is { IsGood: false } review)
            return OperatorAnswer.Refused(request.Id, review.Code, review.Problem);
        return OperatorAnswer.Of(request.Id, await gate.SubmitAsync(Principal.Console, request.Account, request.Key, command!, stop));
    }
}
