using System.Globalization;

namespace TradingDesk.Engine.Commands;

/// <summary>
/// A command on the line: its receipt's number, who gave it, for which account (empty for the desk as a whole), under which key it can be
/// recognised when it comes again, and what it wants.
/// </summary>
public sealed record SubmittedCommand(long Number, string Principal, string Account, string Key, DeskCommand Command)
{
    private const string Raises = " raises";

    /// <summary>A command that concerns the desk as a whole and may be given twice.</summary>
    public SubmittedCommand(long number, string principal, DeskCommand command)
        : this(number, principal, "", "", command)
    {
    }

    /// <summary>
    /// Whether who gave it may let more through than before: raise a limit, let a held account trade again. Said at the gate, so that the
    /// engine knows no persons and a re-run comes to the same.
    /// </summary>
    public bool MayRaise { get; init; }

    /// <summary>Five lines, read back by <see cref="TryParse"/>; what the tape and the journal keep.</summary>
    public string ToText() =>
        string.Create(CultureInfo.InvariantCulture,
            $"{Number}{(MayRaise ? Raises : "")}\n{Account}\n{Key}\n{Command.ToText()}\n{Principal}");

    public static bool TryParse(string text, out SubmittedCommand? submitted)
    {
        submitted = null;
        var parts = text.Split('\n', 5);
        var mayRaise = parts[0].EndsWith(Raises, StringComparison.Ordinal);
        if (parts.Length != 5
            || !long.TryParse(mayRaise ? parts[0][..^Raises.Length] : parts[0], NumberStyles.None, CultureInfo.InvariantCulture,
                out var number)
            || !DeskCommand.TryParse(parts[3], out var command)) return false;
        submitted = new SubmittedCommand(number, parts[4], parts[1], parts[2], command!) { MayRaise = mayRaise };
        return true;
    }
}
