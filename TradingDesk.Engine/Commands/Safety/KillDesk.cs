using TradingDesk.Engine.Primitives.Safety;

namespace TradingDesk.Engine.Commands.Safety;

/// <summary>The command that latches the desk's kill switch: no account takes new exposure until it is armed again.</summary>
public sealed record KillDesk(KillReach Reach, string Reason) : DeskCommand
{
    internal const string Verb = "kill-desk";

    public override string ToText() => $"{Verb} {Reach} {Uri.EscapeDataString(Reason)}".TrimEnd();

    internal static KillDesk? Parse(string text)
    {
        var words = new CommandWords(text);
        var kill = new KillDesk(words.OneOf<KillReach>(), words.AreDone ? "" : words.Escaped());
        return words.AreDone ? kill : null;
    }
}
