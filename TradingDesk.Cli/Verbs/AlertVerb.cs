using System.Globalization;
using TradingDesk.Cli.Alerts;
using TradingDesk.Cli.CommandLine;
using TradingDesk.Cli.Stores;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Alerts;
using TradingDesk.Engine.Hosting.Operating;
using TradingDesk.Engine.Hosting.Settings;

namespace TradingDesk.Cli.Verbs;

/// <summary>Lists the alerts of a running desk, adds and removes them, and arms them again.</summary>
internal sealed class AlertVerb(Func<SettingSources> sources) : IVerb
{
    private static readonly string[] _deeds = ["list", "add", "remove", "rearm"];

    public VerbDescription Description { get; } = new("alert", "Lists alerts of a running desk, adds, removes and rearms them.",
    [
        new("--key", "KEY", "the same key again does it once; without it each call is a new one"),
        new("--data", "DIR", DeskFiles.DataMeaning),
        VerbOption.Json,
    ])
    {
        Word = "list|add|remove|rearm",
        WordsMost = 2,
        Remarks = """
            tradingdesk alert list
            tradingdesk alert add "price of NSE:RELIANCE above 2500"
            tradingdesk alert rearm 3
            tradingdesk alert remove 3

            Rules are one line each:
              price of NSE:RELIANCE above 2500               or below, crosses; looked at with every tick
              RSI:14 of NSE:RELIANCE on 5m above 70          a column of the desk's indicator list, when a candle closes
              EMA:9 of NSE:NIFTY on 15m crosses EMA:21       against another column, a number, or: price
              day P&L of PAPER-1 below -5000                 after charges; total P&L for all since it was opened
              drawdown of PAPER-1 above 3000                 from the day's highest result, after charges
              run 3 is halted                                idle, warming, running, paused, halted, benched, stopped, retired
              feed of NSE:NIFTY older than 30 seconds        while its session is on
              5 refusals of PAPER-1 within 60 seconds        orders refused by the desk or by the venue

            An alert fires once, when its condition becomes true, and stays fired until it is armed again. One whose condition is true
            already when it is added or armed waits until that has been false once. All but prices and indicators are looked at each
            second. An alert that loses what it is about, such as a column taken from the list, is blind and says so.

            The desk must be running: it is reached through desk.sock in its data folder, which only the desk's own user can open. Done
            means durable in the journal; exit code 1 says that it was refused or is not confirmed.
            """,
    };

    public int Run(Arguments arguments, Terminal terminal, CancellationToken cancelled)
    {
        if (RequestOf(arguments, out var problem) is not { } request) return terminal.Fail(ExitCodes.BadInput, $"alert: {problem}");
        if (DeskFiles.TryReadAll(sources(), arguments["--data"], out var refusal) is not { } worlds)
            return terminal.Fail(ExitCodes.BadInput, refusal);
        using var line = OperatorLine.TryOpen(worlds[0].DataFolder, out refusal);
        if (line is null) return terminal.Fail(ExitCodes.Wrong, refusal);
        var answer = line.AskAsync(request, cancelled).GetAwaiter().GetResult();
        if (!answer.Accepted) return terminal.Fail(ExitCodes.Wrong, Refusal(answer, request));
        if (request.Ask.Length > 0)
            return arguments.Has("--json") ? terminal.Say(new { answer.Alerts }) : terminal.Say(AlertText.Of(answer.Alerts!));
        return arguments.Has("--json")
            ? terminal.Say(new { request.Key, answer.Code, answer.Sentence, answer.IsRepeat })
            : terminal.Say(answer.Sentence);
    }

    private static string Refusal(OperatorAnswer answer, OperatorRequest request) =>
        answer.Code == "unconfirmed"
            ? $"{answer.Sentence} Ask again with --key {request.Key}."
            : $"Refused ({answer.Code}): {answer.Sentence}";

    /// <summary>Null with what is wrong in the words.</summary>
    private static OperatorRequest? RequestOf(Arguments arguments, out string problem)
    {
        var (deed, what) = (arguments.Word, arguments.Words.Count > 1 ? arguments.Words[1] : "");
        problem = Problem(deed, what);
        if (problem.Length > 0) return null;
        if (deed == "list") return new OperatorRequest(0) { Ask = OperatorRequest.Alerts };
        DeskCommand command = deed switch
        {
            "add" => new AddAlert(what),
            "remove" => new RemoveAlert(NumberOf(what)),
            _ => new RearmAlert(NumberOf(what)),
        };
        var key = arguments.Has("--key") ? arguments["--key"] : Guid.NewGuid().ToString("N");
        return new OperatorRequest(0) { Key = key, Command = command.ToText() };
    }

    private static string Problem(string deed, string what)
    {
        if (!_deeds.Contains(deed))
            return $"{Echo.Of(deed)} cannot be done{NearWords.Hint(deed, _deeds)}; write {string.Join(", ", _deeds)}.";
        if (deed == "list") return what.Length == 0 ? "" : $"list names every alert; {Echo.Of(what)} is too much.";
        if (deed == "add") return what.Length > 0 ? "" : "add needs the rule in quotes, such as \"price of NSE:RELIANCE above 2500\".";
        return NumberOf(what) > 0 ? "" : $"{deed} needs the alert's number, as `alert list` shows it.";
    }

    private static int NumberOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
