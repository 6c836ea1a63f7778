namespace TradingDesk.Engine.Commands;

/// <summary>The command that adds an entry to the calendar in force: one line of its file, which names its writer.</summary>
public sealed record ChangeCalendar(string Line) : DeskCommand
{
    internal const string Verb = "calendar";

    public override string ToText() => $"{Verb} {Line.ReplaceLineEndings(" ")}";
}
