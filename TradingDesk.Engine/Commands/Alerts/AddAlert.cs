namespace TradingDesk.Engine.Commands.Alerts;

/// <summary>The command that adds an alert by its rule, such as `price of NSE:RELIANCE above 2500`; it is armed at once.</summary>
public sealed record AddAlert(string Rule) : DeskCommand
{
    internal const string Verb = "alert-add";

    /// <summary>The rule as it is, which is one line.</summary>
    public override string ToText() => $"{Verb} {Rule.ReplaceLineEndings(" ")}";
}
