using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Commands;

/// <summary>The command that takes a run which broke out of the desk, with what broke it in words.</summary>
public sealed record BenchRun(RunId Run, string Why) : DeskCommand
{
    /// <summary>Signs of the reason: an exception's message, not its pages.</summary>
    public const int WhyMost = 300;

    internal const string Verb = "run-bench";

    public override string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Verb} {Run.Number} {Uri.EscapeDataString(Why)}");

    internal static BenchRun? Parse(string text)
    {
        var words = new CommandWords(text);
        var bench = new BenchRun(words.Run(), words.HasMore ? words.Escaped() : "");
        return words.AreDone ? bench : null;
    }
}
