using TradingDesk.Engine.Primitives.Safety;

namespace TradingDesk.Engine.Commands.Safety;

/// <summary>The command that lets go of the desk's kill switch; those of accounts stay latched.</summary>
public sealed record RearmDesk(RearmConsent Consent, string Reason) : DeskCommand
{
    internal const string Verb = "rearm-desk";

    public override string ToText() => $"{Verb} {Consent} {Uri.EscapeDataString(Reason)}".TrimEnd();

    internal static RearmDesk? Parse(string text)
    {
        var words = new CommandWords(text);
        var rearm = new RearmDesk(words.OneOf<RearmConsent>(), words.AreDone ? "" : words.Escaped());
        return words.AreDone ? rearm : null;
    }
}
