using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Commands;

/// <summary>
/// The command that gives a run another declaration from the next candle's edge on. It names the version it was made from, so that of
/// two people who change it at once the second is told.
/// </summary>
public sealed record ChangeRun(RunId Run, int BasedOn, string Words) : DeskCommand
{
    internal const string Verb = "run-change";

    public override string ToText() =>
        string.Create(CultureInfo.InvariantCulture, $"{Verb} {Run.Number} {BasedOn} {Words.ReplaceLineEndings(" ")}");

    internal static ChangeRun? Parse(string text)
    {
        var parts = text.Split(' ', 3);
        if (parts.Length < 3
            || !short.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var run)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var version)) return null;
        return new ChangeRun(new RunId(run), version, parts[2]);
    }
}
