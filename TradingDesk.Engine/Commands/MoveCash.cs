using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Commands;

/// <summary>The command that puts cash into an account, or takes it out when the amount is negative.</summary>
public sealed record MoveCash(Money Amount, string Note) : DeskCommand
{
    internal const string Verb = "cash";

    public override string ToText() =>
        string.Create(CultureInfo.InvariantCulture, $"{Verb} {Amount.Scaled} {Uri.EscapeDataString(Note)}");

    internal static MoveCash? Parse(string text)
    {
        var words = new CommandWords(text);
        var move = new MoveCash(new Money(words.Number()), words.Escaped());
        return words.AreGood ? move : null;
    }
}
