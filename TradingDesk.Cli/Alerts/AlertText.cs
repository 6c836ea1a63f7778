using System.Globalization;
using System.Text;
using TradingDesk.Engine.Hosting.Operating;

namespace TradingDesk.Cli.Alerts;

/// <summary>Alerts as a person reads them: one line each, and below it why one is blind.</summary>
internal static class AlertText
{
    private static readonly string[] _titles = ["no", "state", "rule", "value", "fired", "added by"];

    public static string Of(IReadOnlyList<OperatorAlert> alerts)
    {
        if (alerts.Count == 0) return "No alert yet: `tradingdesk alert add \"price of NSE:RELIANCE above 2500\"` adds one.";
        var rows = alerts.Select(Cells).Prepend(_titles).ToArray();
        var widths = _titles.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        for (var place = 0; place < rows.Length; place++)
        {
            text.AppendLine(string.Join("  ", rows[place].Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
            if (place > 0 && alerts[place - 1].Blind.Length > 0) text.Append("    ").AppendLine(alerts[place - 1].Blind);
        }

        return text.ToString().TrimEnd();
    }

    private static string[] Cells(OperatorAlert alert) =>
    [
        alert.Number.ToString(CultureInfo.InvariantCulture), alert.State, alert.Rule, Known(alert.Value), Fired(alert), alert.By,
    ];

    private static string Fired(OperatorAlert alert)
    {
        if (alert.FiredAt.Length == 0) return "-";
        return alert.FiredValue.Length == 0 ? alert.FiredAt : $"{alert.FiredAt} at {alert.FiredValue}";
    }

    private static string Known(string value) => value.Length == 0 ? "-" : value;
}
