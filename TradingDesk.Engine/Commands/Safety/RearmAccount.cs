using TradingDesk.Engine.Primitives.Safety;

namespace TradingDesk.Engine.Commands.Safety;

/// <summary>The command that lets go of its account's kill switch; the desk's stays latched.</summary>
public sealed record RearmAccount(RearmConsent Consent, string Reason) : DeskCommand
{
    internal const string Verb = "rearm-account";

    public override string ToText() => $"{Verb} {Consent} {Uri.EscapeDataString(Reason)}".TrimEnd();

    internal static RearmAccount? Parse(string text)
    {
        var words = new CommandWords(text);
        var rearm = new RearmAccount(words.OneOf<RearmConsent>(), words.AreDone ? "" : words.Escaped());
        return words.AreDone ? rearm : null;
    }
}
