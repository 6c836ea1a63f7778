namespace TradingDesk.Engine.Commands;

/// <summary>The command that leaves every position of its account at the market; holdings stay.</summary>
public sealed record ExitAll : DeskCommand
{
    internal const string Verb = "exit-all";

    public override string ToText() => $"{Verb} -";
}
