using TradingDesk.Engine.Primitives.Safety;

namespace TradingDesk.Engine.Commands.Safety;

/// <summary>The command that latches its account's kill switch: it takes no new exposure until it is armed again.</summary>
public sealed record KillAccount(KillReach Reach, string Reason) : DeskCommand
{
    internal const string Verb = "kill-account";

    public override string ToText() => $"{Verb} {Reach} {Uri.EscapeDataString(Reason)}".TrimEnd();

    internal static KillAccount? Parse(string text)
    {
        var words = new CommandWords(text);
        var kill = new KillAccount(words.OneOf<KillReach>(), words.AreDone ? "" : words.Escaped());
        return words.AreDone ? kill : null;
    }
}
