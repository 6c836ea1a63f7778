using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Commands;

/// <summary>The command that puts the stop or the target which the desk holds for an intent's fills at another price.</summary>
public sealed record MoveBracket(int Intent, BracketPart Part, Price Price) : DeskCommand
{
    internal const string Verb = "bracket";

    public override string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Verb} {Intent} {Part} {Price.Scaled}");

    internal static MoveBracket? Parse(string text)
    {
        var words = new CommandWords(text);
        var (intent, part, price) = (words.Number(), words.OneOf<BracketPart>(), new Price(words.Number()));
        return words.AreDone && intent is > 0 and <= int.MaxValue ? new MoveBracket((int)intent, part, price) : null;
    }
}

/// <summary>Which of a bracket's two prices.</summary>
public enum BracketPart : byte
{
    Stop = 1,
    Target = 2,
}
