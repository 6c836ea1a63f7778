using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Commands;

/// <summary>The command that starts, pauses, resumes, stops, flattens, evaluates or retires a run of its account.</summary>
public sealed record MoveRun(RunId Run, RunAction Action) : DeskCommand
{
    internal const string Verb = "run";

    public override string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Verb} {Run.Number} {Action}");

    internal static MoveRun? Parse(string text)
    {
        var words = new CommandWords(text);
        var move = new MoveRun(words.Run(), words.OneOf<RunAction>());
        return words.AreDone ? move : null;
    }
}
