using System.Globalization;

namespace TradingDesk.Engine.Commands.Safety;

/// <summary>The command that lets an account with real money take entries for so many minutes. Paper needs none and is refused.</summary>
public sealed record ArmAccount(int Minutes, string Reason) : DeskCommand
{
    internal const string Verb = "arm";

    public override string ToText() =>
        string.Create(CultureInfo.InvariantCulture, $"{Verb} {Minutes} {Uri.EscapeDataString(Reason)}").TrimEnd();

    internal static ArmAccount? Parse(string text)
    {
        var words = new CommandWords(text);
        var minutes = words.Number();
        if (minutes is < int.MinValue or > int.MaxValue) return null;
        var arm = new ArmAccount((int)minutes, words.AreDone ? "" : words.Escaped());
        return words.AreDone ? arm : null;
    }
}
