using TradingDesk.Cli.CommandLine;
using TradingDesk.Cli.Kills;
using TradingDesk.Cli.Stores;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Safety;
using TradingDesk.Engine.Hosting.Operating;
using TradingDesk.Engine.Hosting.Settings;
using TradingDesk.Engine.Primitives.Safety;

namespace TradingDesk.Cli.Verbs;

/// <summary>Lets go of a latched kill switch on the running desk, with a reason and a confirmation.</summary>
internal sealed class RearmVerb(Func<SettingSources> sources) : IVerb
{
    public VerbDescription Description { get; } = new("rearm", "Lets go of a latched kill switch.",
    [
        new("--account", "NAME", "one account's switch; without it the desk's"),
        new("--reason", "TEXT", "why, kept in the journal"),
        new("--confirm", "", "that entries are to be taken again"),
        new("--force", "", "also while positions are still being left: what is left of them is yours"),
        new("--data", "DIR", DeskFiles.DataMeaning),
        VerbOption.Json,
    ])
    {
        Remarks = """
            tradingdesk rearm --reason "the feed is sound again" --confirm
            tradingdesk rearm --account PAPER-2 --reason "new day" --confirm

            The desk's switch and those of accounts are let go one by one. The desk must be running. Runs stay as the kill left them.
            """,
    };

    public int Run(Arguments arguments, Terminal terminal, CancellationToken cancelled)
    {
        if (ProblemOf(arguments) is { Length: > 0 } problem) return terminal.Fail(ExitCodes.BadInput, $"rearm: {problem}");
        if (DeskFiles.TryReadAll(sources(), arguments["--data"], out var refusal) is not { } worlds)
            return terminal.Fail(ExitCodes.BadInput, refusal);
        var request = RequestOf(arguments);
        if (PatientLine.TryAsk(worlds[0].DataFolder, request, terminal, cancelled, out refusal) is not { } answer)
            return terminal.Fail(ExitCodes.Wrong, refusal);
        if (!answer.Accepted) return terminal.Fail(ExitCodes.Wrong, $"Refused ({answer.Code}): {answer.Sentence}");
        if (arguments.Has("--json")) return terminal.Say(new { request.Account, request.Key, answer.Code, answer.IsRepeat });
        return terminal.Say($"{(request.Account.Length == 0 ? "The desk" : request.Account)} takes entries again, durable in the journal.");
    }

    private static OperatorRequest RequestOf(Arguments arguments)
    {
        var consent = arguments.Has("--force") ? RearmConsent.Forced : RearmConsent.Confirmed;
        DeskCommand command = arguments.Has("--account")
            ? new RearmAccount(consent, arguments["--reason"])
            : new RearmDesk(consent, arguments["--reason"]);
        return new OperatorRequest(0) { Account = arguments["--account"], Key = Guid.NewGuid().ToString("N"), Command = command.ToText() };
    }

    private static string ProblemOf(Arguments arguments)
    {
        if (string.IsNullOrWhiteSpace(arguments["--reason"])) return "it needs --reason TEXT.";
        if (arguments["--reason"].Length > KillVerb.ReasonMost) return $"--reason may have {KillVerb.ReasonMost} signs.";
        return arguments.Has("--confirm") ? "" : "entries would be taken again; say so with --confirm.";
    }
}
