using TradingDesk.Cli.CommandLine;
using TradingDesk.Cli.People;
using TradingDesk.Cli.Stores;
using TradingDesk.Engine.Hosting.Operating;
using TradingDesk.Engine.Hosting.Settings;

namespace TradingDesk.Cli.Verbs;

/// <summary>The way back into a running desk from its own machine: who there is, and what lets somebody in again.</summary>
internal sealed class PeopleVerb(Func<SettingSources> sources) : IVerb
{
    private const string List = "list";

    private static readonly string[] _deeds = [List, OperatorPeople.Unlock, OperatorPeople.Password, OperatorPeople.SecondFactor];

    public VerbDescription Description { get; } = new("people", "Lists who may sign in to a running desk, and lets them in again.",
    [
        new("--data", "DIR", DeskFiles.DataMeaning),
        VerbOption.Json,
    ])
    {
        Word = "list|unlock|password|second-factor",
        WordsMost = 2,
        IsWordOptional = true,
        Remarks = """
            tradingdesk people                     who there is; on a new desk the link that makes the first person
            tradingdesk people unlock NAME         attempts to sign in are looked at again, from every address too
            tradingdesk people password NAME       a link by which NAME chooses a new password, good for a day and one use
            tradingdesk people second-factor NAME  a lost authenticator does not count any more; NAME is signed out everywhere

            The desk must be running: it is reached through desk.sock in its data folder, which only the desk's own user can open.
            Each deed is a line of the audit, by `console`. People are added and changed on the Users page.
            """,
    };

    public int Run(Arguments arguments, Terminal terminal, CancellationToken cancelled)
    {
        if (Problem(arguments) is { Length: > 0 } problem) return terminal.Fail(ExitCodes.BadInput, $"people: {problem}");
        if (DeskFiles.TryReadAll(sources(), arguments["--data"], out var refusal) is not { } worlds)
            return terminal.Fail(ExitCodes.BadInput, refusal);
        using var line = OperatorLine.TryOpen(worlds[0].DataFolder, out refusal);
        if (line is null) return terminal.Fail(ExitCodes.Wrong, refusal);
        var deed = DeedOf(arguments);
        var request = new OperatorRequest(0)
        {
            Ask = OperatorRequest.People,
            Do = deed == List ? "" : deed,
            Person = arguments.Words.Count > 1 ? arguments.Words[1] : "",
        };
        var answer = line.AskAsync(request, cancelled).GetAwaiter().GetResult();
        if (!answer.Accepted) return terminal.Fail(ExitCodes.Wrong, $"Refused ({answer.Code}): {answer.Sentence}");
        if (arguments.Has("--json")) return terminal.Say(new { answer.Code, answer.Sentence, answer.People });
        return terminal.Say(answer.People is { } people ? PeopleText.Of(people, answer.Sentence) : answer.Sentence);
    }

    private static string DeedOf(Arguments arguments) => arguments.Word.Length > 0 ? arguments.Word : List;

    private static string Problem(Arguments arguments)
    {
        var deed = DeedOf(arguments);
        if (!_deeds.Contains(deed))
            return $"{Echo.Of(deed)} cannot be done{NearWords.Hint(deed, _deeds)}; write {string.Join(", ", _deeds)}.";
        if (deed == List) return arguments.Words.Count < 2 ? "" : $"list names everybody; {Echo.Of(arguments.Words[1])} is too much.";
        return arguments.Words.Count < 2 ? $"{deed} needs the person's name." : "";
    }
}
