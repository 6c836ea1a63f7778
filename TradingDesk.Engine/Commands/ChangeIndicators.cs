using System.Globalization;

namespace TradingDesk.Engine.Commands;

/// <summary>
/// The command that puts other indicator lists in force. It names the version it was made from, so that of two people who change the
/// list at once the second is told.
/// </summary>
public sealed record ChangeIndicators(int BasedOn, string Lists, string Note) : DeskCommand
{
    internal const string Verb = "indicators";

    /// <summary>The note escaped, for it is a person's free text; the lists as they are, which hold no line break.</summary>
    public override string ToText() => string.Create(
        CultureInfo.InvariantCulture, $"{Verb} {BasedOn} {Uri.EscapeDataString(Note)} {Lists.ReplaceLineEndings(" ")}");

    internal static ChangeIndicators? Parse(string text)
    {
        var parts = text.Split(' ', 3);
        if (parts.Length < 3 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version)) return null;
        return new ChangeIndicators(version, parts[2], Uri.UnescapeDataString(parts[1]));
    }
}
