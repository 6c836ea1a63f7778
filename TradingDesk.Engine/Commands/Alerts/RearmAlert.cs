using System.Globalization;

namespace TradingDesk.Engine.Commands.Alerts;

/// <summary>The command that arms an alert again after it has fired.</summary>
public sealed record RearmAlert(int Number) : DeskCommand
{
    internal const string Verb = "alert-rearm";

    public override string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Verb} {Number}");

    internal static RearmAlert? Parse(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new RearmAlert(number) : null;
}
