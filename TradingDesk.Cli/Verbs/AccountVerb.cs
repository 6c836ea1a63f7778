using System.Globalization;
using TradingDesk.Cli.Accounts;
using TradingDesk.Cli.CommandLine;
using TradingDesk.Cli.Stores;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Hosting.Operating;
using TradingDesk.Engine.Hosting.Settings;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Verbs;

/// <summary>Opens accounts on a running desk, moves their cash, begins them anew, and lists them.</summary>
internal sealed class AccountVerb(Func<SettingSources> sources) : IVerb
{
    private const int NoteMost = 120;

    private static readonly string[] _deeds = ["list", "open", "deposit", "withdraw", "reset"];

    public VerbDescription Description { get; } = new("account", "Lists accounts of a running desk, opens them, moves their cash.",
    [
        new("--cash", "RUPEES", "to begin with, to pay in or to take out, such as 100000 or 2500.50"),
        new("--note", "TEXT", "why, kept with the movement"),
        new("--key", "KEY", "the same key again does it once; without it each call is a new one"),
        new("--data", "DIR", DeskFiles.DataMeaning),
        VerbOption.Json,
    ])
    {
        Word = "list|open|deposit|withdraw|reset",
        WordsMost = 2,
        Remarks = """
            tradingdesk account list
            tradingdesk account open PAPER-2 --cash 500000
            tradingdesk account deposit PAPER-2 --cash 25000 --note "second tranche"
            tradingdesk account reset PAPER-2 --cash 1000000

            A reset forgets an account's past; it must hold nothing and have no open orders. Takings leave free funds only.

            The desk must be running: it is reached through desk.sock in its data folder, which only the desk's own user can open. Done
            means durable in the journal; exit code 1 says that it was refused or is not confirmed.
            """,
    };

    public int Run(Arguments arguments, Terminal terminal, CancellationToken cancelled)
    {
        if (RequestOf(arguments, out var problem) is not { } request) return terminal.Fail(ExitCodes.BadInput, $"account: {problem}");
        if (DeskFiles.TryReadAll(sources(), arguments["--data"], out var refusal) is not { } worlds)
            return terminal.Fail(ExitCodes.BadInput, refusal);
        using var line = OperatorLine.TryOpen(worlds[0].DataFolder, out refusal);
        if (line is null) return terminal.Fail(ExitCodes.Wrong, refusal);
        var answer = line.AskAsync(request, cancelled).GetAwaiter().GetResult();
        if (!answer.Accepted) return terminal.Fail(ExitCodes.Wrong, Refusal(answer, request));
        if (request.Ask.Length > 0)
        {
            return arguments.Has("--json") ? terminal.Say(new { answer.Accounts }) : terminal.Say(AccountText.Of(answer.Accounts!));
        }

        if (arguments.Has("--json")) return terminal.Say(new { request.Account, request.Key, answer.Code, answer.IsRepeat });
        return terminal.Say($"{request.Account}: {(answer.IsRepeat ? "done before under this key" : "done")}, durable in the journal.");
    }

    private static string Refusal(OperatorAnswer answer, OperatorRequest request) =>
        answer.Code == "unconfirmed"
            ? $"{answer.Sentence} Ask again with --key {request.Key}."
            : $"Refused ({answer.Code}): {answer.Sentence}";

    /// <summary>Null with what is wrong in the words.</summary>
    private static OperatorRequest? RequestOf(Arguments arguments, out string problem)
    {
        var (deed, name) = (arguments.Word, arguments.Words.Count > 1 ? arguments.Words[1] : "");
        problem = Problem(deed, name, arguments);
        if (problem.Length > 0) return null;
        if (deed == "list") return new OperatorRequest(0) { Ask = OperatorRequest.Accounts };
        if (!TryReadCash(arguments["--cash"], out var cash))
        {
            problem = $"--cash {Echo.Of(arguments["--cash"])} cannot be; write rupees above 0, at most 100 crore, with at most two places.";
            return null;
        }

        DeskCommand command = deed switch
        {
            "open" => new OpenAccount(cash),
            "reset" => new ResetAccount(cash),
            "deposit" => new MoveCash(cash, arguments["--note"]),
            _ => new MoveCash(-cash, arguments["--note"]),
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
        if (!arguments.Has("--cash")) return $"{deed} needs --cash RUPEES.";
        return arguments["--note"].Length > NoteMost ? $"--note may have {NoteMost} signs." : "";
    }

    private static bool TryReadCash(string text, out Money cash)
    {
        cash = default;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rupees)) return false;
        if (rupees is <= 0 or > Limits.CashRupeesMost || decimal.Round(rupees, 2) != rupees) return false;
        cash = Money.FromRupees(rupees);
        return true;
    }
}
