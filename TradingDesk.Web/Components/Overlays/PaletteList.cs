using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Components.Overlays;

/// <summary>The commands that fit what was typed: the best first, groups together in the order of their best command.</summary>
public sealed record PaletteList(IReadOnlyList<PaletteCommand> Commands, int Fitting)
{
    public const int Most = 50;

    public static PaletteList Of(IReadOnlyList<PaletteCommand> commands, string typed)
    {
        var fitting = commands.Select(command => (Command: command, Score: Score(command, typed)))
            .Where(one => one.Score is not null)
            .OrderByDescending(one => one.Score) // Stable: equal ones keep the page's order.
            .ToList();
        var shown = fitting.Take(Most).Select(one => one.Command).GroupBy(command => command.Group).SelectMany(group => group);
        return new PaletteList([.. shown], fitting.Count);
    }

    private static int? Score(PaletteCommand command, string typed) =>
        FuzzyMatch.Score(command.Text, typed) is { } score ? score * 2 : FuzzyMatch.Score($"{command.Text} {command.Words}", typed);
}
