using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Commands;

/// <summary>The command that holds an account or a run, or lets it trade again; the reason is kept with it.</summary>
/// <param name="Run">None for the account as a whole.</param>
/// <param name="State">What it may do from now on.</param>
/// <param name="Reason">Why, for whoever asks later.</param>
public sealed record SetRiskState(RunId Run, RiskState State, string Reason) : DeskCommand
{
    internal const string Verb = "risk-state";

    public override string ToText() => string.Create(
        CultureInfo.InvariantCulture, $"{Verb} {Run.Number} {State} {Uri.EscapeDataString(Reason)}").TrimEnd();

    internal static SetRiskState? Parse(string text)
    {
        var words = new CommandWords(text);
        var (run, state) = (words.Run(), words.OneOf<RiskState>());
        var set = new SetRiskState(run, state, words.HasMore ? words.Escaped() : "");
        return words.AreDone ? set : null;
    }
}
