using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Commands.Accounts;

/// <summary>The command that begins a paper account anew with that much cash; it must have no open orders and no positions.</summary>
public sealed record ResetAccount(Money Cash) : DeskCommand
{
    internal const string Verb = "reset-account";

    public override string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Verb} {Cash.Scaled}");

    internal static ResetAccount? Parse(string text)
    {
        var words = new CommandWords(text);
        var reset = new ResetAccount(new Money(words.Number()));
        return words.AreDone ? reset : null;
    }
}
