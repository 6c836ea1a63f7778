using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Commands;

/// <summary>The command that leaves one position at the market, as far as exits under way do not cover it.</summary>
public sealed record ExitPosition(string Instrument, Product Product) : DeskCommand
{
    internal const string Verb = "exit";

    public override string ToText() => $"{Verb} {Instrument} {Product}";

    internal static ExitPosition? Parse(string text)
    {
        var words = new CommandWords(text);
        var exit = new ExitPosition(words.Word(), words.OneOf<Product>());
        return words.AreDone ? exit : null;
    }
}
