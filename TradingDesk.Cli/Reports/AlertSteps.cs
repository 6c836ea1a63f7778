using System.Globalization;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Line.Alerts;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Reports;

/// <summary>The journal's facts about alerts in words.</summary>
internal static class AlertSteps
{
    /// <summary>Null for a fact about something else.</summary>
    public static (string Kind, string Sentence)? Of(in DeskFact fact)
    {
        var alert = fact.Alert;
        return fact.Kind switch
        {
            FactKind.AlertAdded => ("alert-added", Say($"Alert {alert.Number} is added and {StateOf(alert)}.")),
            FactKind.AlertRemoved => ("alert-removed", Say($"Alert {alert.Number} is removed.")),
            FactKind.AlertFired => ("alert-fired", Say($"Alert {alert.Number} fired{Seen(alert)}.")),
            FactKind.AlertRearmed => ("alert-rearmed", Say($"Alert {alert.Number} is {StateOf(alert)} again.")),
            FactKind.AlertReady => ("alert-ready", Say($"Alert {alert.Number} may fire from now on.")),
            FactKind.AlertBlinded => ("alert-blind", Say($"Alert {alert.Number} is blind: what it is about is not there.")),
            FactKind.AlertSees => ("alert-sees", Say($"Alert {alert.Number} sees again.")),
            FactKind.DayPeakRose =>
                ("day-peak", Say($"The highest result of the day of account {alert.Account.Index + 1} is {new Money(alert.Amount)}.")),
            _ => null,
        };
    }

    private static string StateOf(in AlertEvent alert) => alert.State == AlertState.Armed ? "armed" : "waiting";

    private static string Seen(in AlertEvent alert) => alert.Unit switch
    {
        AlertUnit.Price => $" at {new Price(alert.Amount)}",
        AlertUnit.Money => $" at {new Money(alert.Amount)}",
        AlertUnit.Number => Say($" at {alert.Value:0.####}, compared with {alert.Level:0.####}"),
        AlertUnit.Seconds => Say($" at {alert.Amount} s"),
        AlertUnit.RunState => $" at {((RunState)alert.Amount).ToString().ToLowerInvariant()}",
        AlertUnit.Count => Say($" at {alert.Amount}"),
        _ => "",
    };

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
