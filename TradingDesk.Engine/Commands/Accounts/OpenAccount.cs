using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Commands.Accounts;

/// <summary>The command that opens a paper account with that much cash; the account it is given for is the new one's name.</summary>
public sealed record OpenAccount(Money Cash) : DeskCommand
{
    internal const string Verb = "open-account";

    public override string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Verb} {Cash.Scaled}");

    internal static OpenAccount? Parse(string text)
    {
        var words = new CommandWords(text);
        var open = new OpenAccount(new Money(words.Number()));
        return words.AreDone ? open : null;
    }
}
