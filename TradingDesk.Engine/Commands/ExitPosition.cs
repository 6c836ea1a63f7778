using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Commands;

/// <summary>The command that leaves one position at the market, as far as exits under way do not cover it.</summary>
/// <param name="Run">Whose book it is in; none for what is traded by hand.</param>
public sealed record ExitPosition(string Instrument, Product Product, RunId Run = default) : DeskCommand
{
    internal const string Verb = "exit";

    public override string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Verb} {Instrument} {Product} {Run.Number}");

    /// <summary>A text of version 0.4 names no run.</summary>
    internal static ExitPosition? Parse(string text)
    {
        var words = new CommandWords(text);
        var exit = new ExitPosition(words.Word(), words.OneOf<Product>());
        if (words.HasMore) exit = exit with { Run = words.Run() };
        return words.AreDone ? exit : null;
    }
}
