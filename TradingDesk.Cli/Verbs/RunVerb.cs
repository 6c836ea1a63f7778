using System.Globalization;
using TradingDesk.Cli.CommandLine;
using TradingDesk.Cli.Runs;
using TradingDesk.Cli.Stores;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Hosting.Operating;
using TradingDesk.Engine.Hosting.Settings;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Verbs;

/// <summary>Declares strategy runs on a running desk, starts and stops them, and lists them.</summary>
internal sealed class RunVerb(Func<SettingSources> sources) : IVerb
{
    private const int WordsMost = 40;

    private static readonly string[] _deeds =
        ["list", "declare", "change", "start", "pause", "resume", "stop", "flatten", "evaluate", "retire"];

    public VerbDescription Description { get; } = new("run", "Declares strategy runs on a running desk, starts and stops them.",
    [
        new("--key", "KEY", "the same key again does it once; without it each call is a new one"),
        new("--data", "DIR", DeskFiles.DataMeaning),
        VerbOption.Json,
    ])
    {
        Word = "list|declare|change|start|pause|resume|stop|flatten|evaluate|retire",
        WordsMost = WordsMost,
        Remarks = """
            tradingdesk run list
            tradingdesk run declare PAPER-1 strategy=ma_crossover instrument=NIFTY contract=future timeframe=5m quantity=lots:1
            tradingdesk run start 1
            tradingdesk run change 1 strategy=ma_crossover instrument=NIFTY contract=future timeframe=5m short_window=20

            Words of a declaration, with what holds when they are left out: name, strategy, instrument, contract (itself, an index its
            future), timeframe (5m), mode (paper), leader, capital (200000), quantity (lots:1), product (mis), window (always),
            square-off (none), every (1), short (yes), and the strategy's own parameters.

            flatten leaves all that the run holds and pauses it; evaluate says what it would want now and does nothing. The desk must be
            running. Done means durable in the journal; exit code 1 says that it was refused or is not confirmed.
            """,
    };

    public int Run(Arguments arguments, Terminal terminal, CancellationToken cancelled)
    {
        var problem = Problem(arguments);
        if (problem.Length > 0) return terminal.Fail(ExitCodes.BadInput, $"run: {problem}");
        if (DeskFiles.TryReadAll(sources(), arguments["--data"], out var refusal) is not { } worlds)
            return terminal.Fail(ExitCodes.BadInput, refusal);
        using var line = OperatorLine.TryOpen(worlds[0].DataFolder, out refusal);
        if (line is null) return terminal.Fail(ExitCodes.Wrong, refusal);
        var runs = line.AskAsync(new OperatorRequest(0) { Ask = OperatorRequest.Runs }, cancelled).GetAwaiter().GetResult().Runs ?? [];
        if (arguments.Word == "list") return arguments.Has("--json") ? terminal.Say(new { runs }) : terminal.Say(RunText.Of(runs));
        if (RequestOf(arguments, runs, out problem) is not { } request) return terminal.Fail(ExitCodes.BadInput, $"run: {problem}");
        var answer = line.AskAsync(request, cancelled).GetAwaiter().GetResult();
        if (!answer.Accepted) return terminal.Fail(ExitCodes.Wrong, Refusal(answer, request));
        if (arguments.Has("--json"))
            return terminal.Say(new { request.Account, request.Key, answer.Code, answer.Sentence, answer.IsRepeat });
        return terminal.Say(answer.IsRepeat ? "Done before under this key." : $"{answer.Sentence} Durable in the journal.");
    }

    private static string Problem(Arguments arguments)
    {
        var deed = arguments.Word;
        if (!_deeds.Contains(deed))
            return $"{Echo.Of(deed)} cannot be done{NearWords.Hint(deed, _deeds)}; write {string.Join(", ", _deeds)}.";
        if (deed == "list") return arguments.Words.Count == 1 ? "" : "list names every run; what follows it is too much.";
        if (arguments.Words.Count < 2) return $"{deed} needs {(deed == "declare" ? "an account and words" : "the run's number")}.";
        if (deed is "declare" or "change") return arguments.Words.Count > 2 ? "" : $"{deed} needs words such as strategy=ma_crossover.";
        return arguments.Words.Count == 2 ? "" : $"{deed} takes the run's number alone.";
    }

    /// <summary>Null with what is wrong in the words.</summary>
    private static OperatorRequest? RequestOf(Arguments arguments, IReadOnlyList<OperatorRun> runs, out string problem)
    {
        problem = "";
        var key = arguments.Has("--key") ? arguments["--key"] : Guid.NewGuid().ToString("N");
        var words = string.Join(' ', arguments.Words.Skip(2).Select(Escaped));
        if (arguments.Word == "declare")
            return new OperatorRequest(0) { Account = arguments.Words[1], Key = key, Command = new DeclareRun(words).ToText() };
        var known = int.TryParse(arguments.Words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? runs.FirstOrDefault(run => run.Number == number) : null;
        if (known is null)
        {
            problem = $"there is no run {Echo.Of(arguments.Words[1])}; see tradingdesk run list.";
            return null;
        }

        var id = new RunId((short)number);
        DeskCommand command = arguments.Word == "change"
            ? new ChangeRun(id, known.Version, words)
            : new MoveRun(id, Enum.Parse<RunAction>(arguments.Word, ignoreCase: true));
        return new OperatorRequest(0) { Account = known.Account, Key = key, Command = command.ToText() };
    }

    /// <summary>A value may hold spaces and signs: `name=My first run`.</summary>
    private static string Escaped(string word)
    {
        var cut = word.IndexOf('=', StringComparison.Ordinal);
        return cut < 0 ? Uri.EscapeDataString(word) : $"{word[..cut]}={Uri.EscapeDataString(word[(cut + 1)..])}";
    }

    private static string Refusal(OperatorAnswer answer, OperatorRequest request) =>
        answer.Code == "unconfirmed"
            ? $"{answer.Sentence} Ask again with --key {request.Key}."
            : $"Refused ({answer.Code}): {answer.Sentence}";
}
