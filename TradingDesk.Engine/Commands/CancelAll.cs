namespace TradingDesk.Engine.Commands;

/// <summary>The command that cancels every open order of its account.</summary>
public sealed record CancelAll : DeskCommand
{
    internal const string Verb = "cancel-all";

    public override string ToText() => $"{Verb} -";
}
