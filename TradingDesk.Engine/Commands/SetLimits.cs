using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Commands;

/// <summary>
/// The command that changes limits of its account, or of one run on it: those that the text names as `name=value`, the others stay.
/// </summary>
/// <param name="Run">None for the account as a whole.</param>
/// <param name="Text">Such as `day-loss=5000 collar=2.5`.</param>
/// <param name="Reason">Why, for whoever asks later.</param>
public sealed record SetLimits(RunId Run, string Text, string Reason) : DeskCommand
{
    internal const string Verb = "limits";

    public override string ToText() => string.Create(
        CultureInfo.InvariantCulture, $"{Verb} {Run.Number} {Uri.EscapeDataString(Text)} {Uri.EscapeDataString(Reason)}").TrimEnd();

    internal static SetLimits? Parse(string text)
    {
        var words = new CommandWords(text);
        var (run, limits) = (words.Run(), words.Escaped());
        var set = new SetLimits(run, limits, words.HasMore ? words.Escaped() : "");
        return words.AreDone ? set : null;
    }
}
