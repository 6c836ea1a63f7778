using System.Globalization;
using TradingDesk.Cli.CommandLine;
using TradingDesk.Cli.Risks;
using TradingDesk.Cli.Stores;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Hosting.Operating;
using TradingDesk.Engine.Hosting.Settings;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Risk;

namespace TradingDesk.Cli.Verbs;

/// <summary>Shows limits of a running desk and what is used of them, sets them, holds accounts and runs or lets them trade again.</summary>
internal sealed class RiskVerb(Func<SettingSources> sources) : IVerb
{
    private const int ReasonMost = 120;
    private const int WordsMost = 40;

    private static readonly string[] _deeds = ["list", "set", "halt", "reduce", "release"];

    public VerbDescription Description { get; } = new("risk", "Shows limits of a running desk and sets them, holds accounts and runs.",
    [
        new("--run", "NUMBER", "a run on the account; without it the account as a whole"),
        new("--reason", "TEXT", "why, kept in the journal; needed for every change"),
        new("--key", "KEY", "the same key again does it once; without it each call is a new one"),
        new("--data", "DIR", DeskFiles.DataMeaning),
        VerbOption.Json,
    ])
    {
        Word = "list|set|halt|reduce|release",
        WordsMost = WordsMost,
        Remarks = $"""
            tradingdesk risk list
            tradingdesk risk set PAPER-1 day-loss=5000 collar=2.5 --reason "a quieter month"
            tradingdesk risk halt PAPER-1 --run 3 --reason "it went mad"
            tradingdesk risk release PAPER-1 --reason "looked at it"

            Limits are {RiskFields.Names}; `none` takes one away. Those that are not named stay. Without a limit that protects money
            nothing is entered. reduce lets cancels, exits and orders through that only make a position smaller; halt cancels and exits.
            Whoever may open desk.sock may raise limits: the desk has no roles yet. What was set before stands in the journal.

            The desk must be running. Done means durable in the journal; exit code 1 says that it was refused or is not confirmed.
            """,
    };

    public int Run(Arguments arguments, Terminal terminal, CancellationToken cancelled)
    {
        if (RequestOf(arguments, out var problem) is not { } request) return terminal.Fail(ExitCodes.BadInput, $"risk: {problem}");
        if (DeskFiles.TryReadAll(sources(), arguments["--data"], out var refusal) is not { } worlds)
            return terminal.Fail(ExitCodes.BadInput, refusal);
        using var line = OperatorLine.TryOpen(worlds[0].DataFolder, out refusal);
        if (line is null) return terminal.Fail(ExitCodes.Wrong, refusal);
        var answer = line.AskAsync(request, cancelled).GetAwaiter().GetResult();
        if (!answer.Accepted) return terminal.Fail(ExitCodes.Wrong, Refusal(answer, request));
        if (request.Ask.Length > 0)
            return arguments.Has("--json") ? terminal.Say(new { answer.Risks }) : terminal.Say(RiskText.Of(answer.Risks!));
        if (arguments.Has("--json")) return terminal.Say(new { request.Account, request.Key, answer.Code, answer.IsRepeat });
        return terminal.Say($"{request.Account}: {(answer.IsRepeat ? "done before under this key" : "done")}, durable in the journal.");
    }

    /// <summary>Null with what is wrong in the words.</summary>
    private static OperatorRequest? RequestOf(Arguments arguments, out string problem)
    {
        var (deed, name) = (arguments.Word, arguments.Words.Count > 1 ? arguments.Words[1] : "");
        var run = default(RunId);
        problem = Problem(deed, name, arguments);
        if (problem.Length == 0 && arguments.Has("--run") && !TryReadRun(arguments["--run"], out run))
            problem = $"--run {Echo.Of(arguments["--run"])} cannot be; write a run's number.";
        if (problem.Length > 0) return null;
        if (deed == "list") return new OperatorRequest(0) { Ask = OperatorRequest.Risks };
        var text = string.Join(' ', arguments.Words.Skip(2));
        if (deed == "set" && RiskFields.Change(RiskLimits.None, text, out problem) is null) return null;
        DeskCommand command = deed switch
        {
            "set" => new SetLimits(run, text, arguments["--reason"]),
            "halt" => new SetRiskState(run, RiskState.Halted, arguments["--reason"]),
            "reduce" => new SetRiskState(run, RiskState.ReduceOnly, arguments["--reason"]),
            _ => new SetRiskState(run, RiskState.Active, arguments["--reason"]),
        };
        var key = arguments.Has("--key") ? arguments["--key"] : Guid.NewGuid().ToString("N");
        return new OperatorRequest(0) { Account = name, Key = key, Command = command.ToText() };
    }

    private static string Problem(string deed, string name, Arguments arguments)
    {
        if (!_deeds.Contains(deed))
            return $"{Echo.Of(deed)} cannot be done{NearWords.Hint(deed, _deeds)}; write {string.Join(", ", _deeds)}.";
        if (deed == "list") return name.Length == 0 ? "" : $"list names every account; {Echo.Of(name)} is too much.";
        if (name.Length == 0) return $"{deed} needs the account's name.";
        if (deed != "set" && arguments.Words.Count > 2) return $"{deed} takes the account's name alone.";
        if (string.IsNullOrWhiteSpace(arguments["--reason"])) return $"{deed} needs --reason TEXT.";
        return arguments["--reason"].Length > ReasonMost ? $"--reason may have {ReasonMost} signs." : "";
    }

    private static bool TryReadRun(string text, out RunId run)
    {
        var isNumber = short.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        run = new RunId(number);
        return isNumber && number > 0;
    }

    private static string Refusal(OperatorAnswer answer, OperatorRequest request) =>
        answer.Code == "unconfirmed"
            ? $"{answer.Sentence} Ask again with --key {request.Key}."
            : $"Refused ({answer.Code}): {answer.Sentence}";
}
