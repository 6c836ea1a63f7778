using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Commands;

/// <summary>Something an operator wants of the desk, as a value; its text form is what the tape keeps.</summary>
public abstract record DeskCommand
{
    /// <summary>The command as one line of text, read back by <see cref="TryParse"/>.</summary>
    public abstract string ToText();

    public static bool TryParse(string text, out DeskCommand? command)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var (verb, rest) = space < 0 ? (text, "") : (text[..space], text[(space + 1)..]);
        command = verb switch
        {
            ChangeTimeframes.Verb => ChangeTimeframes.Parse(rest),
            ChangeIndicators.Verb => ChangeIndicators.Parse(rest),
            ChangeCalendar.Verb => new ChangeCalendar(rest),
            _ => null,
        };
        return command is not null;
    }
}
