using TradingDesk.Cli.CommandLine;
using TradingDesk.Cli.Kills;
using TradingDesk.Cli.Stores;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Safety;
using TradingDesk.Engine.Hosting.Operating;
using TradingDesk.Engine.Hosting.Settings;
using TradingDesk.Engine.Primitives.Safety;

namespace TradingDesk.Cli.Verbs;

/// <summary>Latches a kill switch on the running desk, or in the journal of one that does not run; prints how far it has come.</summary>
internal sealed class KillVerb(Func<SettingSources> sources, TimeProvider time) : IVerb
{
    public const int ReasonMost = 200;

    /// <summary>A minute of tries.</summary>
    private const int TriesMost = 300;

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(200);

    public VerbDescription Description { get; } = new("kill", "Stops all trading: no new exposure, entries withdrawn, positions left.",
    [
        new("--account", "NAME", "one account only; without it the whole desk"),
        new("--no-flatten", "", "leave positions alone"),
        new("--reason", "TEXT", "why, kept in the journal"),
        new("--status", "", "print the switches that are latched, and what is flat and what is not"),
        new("--data", "DIR", DeskFiles.DataMeaning),
        VerbOption.Json,
    ])
    {
        Remarks = """
            tradingdesk kill --reason "it trades nonsense"
            tradingdesk kill --account PAPER-2 --no-flatten --reason "enough for today"
            tradingdesk kill --status

            From then on the desk takes cancels and exits only, through every restart, until `tradingdesk rearm`. Positions are left by
            limit orders a little beyond the last price, asked anew until they have traded; where the market is closed they are left when
            it opens. Holdings stay.

            With no desk running the switch is latched in the journal itself: the next start is killed. Nothing is cancelled or left before.
            Exit code 1 says that it is not latched, or not confirmed.
            """,
    };

    public int Run(Arguments arguments, Terminal terminal, CancellationToken cancelled)
    {
        if (ProblemOf(arguments) is { Length: > 0 } problem) return terminal.Fail(ExitCodes.BadInput, $"kill: {problem}");
        if (DeskFiles.TryReadAll(sources(), arguments["--data"], out var refusal) is not { } worlds)
            return terminal.Fail(ExitCodes.BadInput, refusal);
        if (arguments.Has("--status")) return Tell(arguments, terminal, worlds[0].DataFolder, cancelled);
        var request = RequestOf(arguments);
        var submitted = new SubmittedCommand(1, KillBehindDesk.Principal, request.Account, request.Key, CommandOf(arguments));
        for (var tries = 0; ; tries++)
        {
            if (PatientLine.TryAsk(worlds[0].DataFolder, request, terminal, cancelled, out refusal) is { } answer)
                return Say(arguments, terminal, request, answer);
            if (KillBehindDesk.TryLatch(worlds, submitted, time, terminal, refusal) is { } exitCode) return exitCode;
            // A desk holds its folder a while before its door is open.
            if (tries == TriesMost)
                return terminal.Fail(ExitCodes.Wrong, $"Not killed: {refusal} Yet a desk holds the data folder; end it, then kill again.");
            cancelled.WaitHandle.WaitOne(_pause);
            cancelled.ThrowIfCancellationRequested();
        }
    }

    private static int Say(Arguments arguments, Terminal terminal, OperatorRequest request, OperatorAnswer answer)
    {
        if (!answer.Accepted) return terminal.Fail(ExitCodes.Wrong, RefusalOf(answer, request));
        if (arguments.Has("--json")) return terminal.Say(new { request.Account, request.Key, answer.Code, answer.IsRepeat });
        var whose = request.Account.Length == 0 ? "The desk" : request.Account;
        return terminal.Say($"{whose} is killed, durable in the journal. `tradingdesk kill --status` tells what is flat.");
    }

    private static string RefusalOf(OperatorAnswer answer, OperatorRequest request) => answer.Code == "unconfirmed"
        ? "The desk has not confirmed it: it may be killed already. Ask again, which is safe, and look at `tradingdesk kill --status`."
        : $"Not killed{(request.Account.Length == 0 ? "" : $", {request.Account}")} ({answer.Code}): {answer.Sentence}";

    private static int Tell(Arguments arguments, Terminal terminal, string dataFolder, CancellationToken cancelled)
    {
        var question = new OperatorRequest(0) { Ask = OperatorRequest.Kills };
        if (PatientLine.TryAsk(dataFolder, question, terminal, cancelled, out var refusal) is not { } answer)
            return terminal.Fail(ExitCodes.Wrong, refusal);
        if (!answer.Accepted) return terminal.Fail(ExitCodes.Wrong, $"Refused ({answer.Code}): {answer.Sentence}");
        return arguments.Has("--json") ? terminal.Say(new { answer.Kills }) : terminal.Say(KillText.Of(answer.Kills!));
    }

    private static OperatorRequest RequestOf(Arguments arguments) => new(0)
    {
        Account = arguments["--account"],
        Key = Guid.NewGuid().ToString("N"),
        Command = CommandOf(arguments).ToText(),
    };

    private static DeskCommand CommandOf(Arguments arguments)
    {
        var reach = arguments.Has("--no-flatten") ? KillReach.Orders : KillReach.Positions;
        return arguments.Has("--account") ? new KillAccount(reach, arguments["--reason"]) : new KillDesk(reach, arguments["--reason"]);
    }

    private static string ProblemOf(Arguments arguments)
    {
        var isStatus = arguments.Has("--status");
        if (isStatus && (arguments.Has("--account") || arguments.Has("--no-flatten") || arguments.Has("--reason")))
            return "--status goes with --data and --json only.";
        if (!isStatus && string.IsNullOrWhiteSpace(arguments["--reason"])) return "it needs --reason TEXT.";
        if (arguments.Has("--account") && arguments["--account"].Length == 0) return "--account needs a name.";
        return arguments["--reason"].Length > ReasonMost ? $"--reason may have {ReasonMost} signs." : "";
    }
}
