using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Commands.Accounts;

/// <summary>The command that puts cash into an account, or takes it out when the amount is negative.</summary>
public sealed record MoveCash(Money Amount, string Note) : DeskCommand
{
    internal const string Verb = "cash";

    public override string ToText() =>
        string.Create(CultureInfo.InvariantCulture, $"{Verb} {Amount.Scaled} {Uri.EscapeDataString(Note)}").TrimEnd();

    internal static MoveCash? Parse(string text)
    {
        var words = new CommandWords(text);
        var amount = new Money(words.Number());
        var move = new MoveCash(amount, words.AreDone ? "" : words.Escaped());
        return words.AreDone ? move : null;
    }
}
