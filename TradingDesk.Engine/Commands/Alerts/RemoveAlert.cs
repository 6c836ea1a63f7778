using System.Globalization;

namespace TradingDesk.Engine.Commands.Alerts;

/// <summary>The command that removes an alert for good.</summary>
public sealed record RemoveAlert(int Number) : DeskCommand
{
    internal const string Verb = "alert-remove";

    public override string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Verb} {Number}");

    internal static RemoveAlert? Parse(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new RemoveAlert(number) : null;
}
