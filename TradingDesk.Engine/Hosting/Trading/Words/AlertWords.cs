using System.Globalization;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Line.Alerts;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Hosting.Trading.Words;

/// <summary>The journal's facts about alerts in words.</summary>
internal static class AlertWords
{
    /// <summary>Null for a fact about something else.</summary>
    public static (string Kind, string Sentence)? Of(in DeskFact fact, JournalNames names)
    {
        var alert = fact.Alert;
        var which = names.OfAlert(alert.Number);
        return fact.Kind switch
        {
            FactKind.AlertAdded => ("alert-added", $"{which} is added and {StateOf(alert)}."),
            FactKind.AlertRemoved => ("alert-removed", $"{which} is removed."),
            FactKind.AlertFired => ("alert-fired", $"{which} fired{Seen(alert)}."),
            FactKind.AlertRearmed => ("alert-rearmed", $"{which} is {StateOf(alert)} again."),
            FactKind.AlertReady => ("alert-ready", $"{which} may fire from now on."),
            FactKind.AlertBlinded => ("alert-blind", $"{which} is blind: what it is about is not there."),
            FactKind.AlertSees => ("alert-sees", $"{which} sees again."),
            FactKind.DayPeakRose =>
                ("day-peak", $"The highest result of the day of {names.Of(alert.Account)} is {RupeeText.Of(new Money(alert.Amount))}."),
            _ => null,
        };
    }

    private static string StateOf(in AlertEvent alert) => alert.State == AlertState.Armed ? "armed" : "waiting";

    private static string Seen(in AlertEvent alert) => alert.Unit switch
    {
        AlertUnit.Price => $" at {RupeeText.Of(new Price(alert.Amount))}",
        AlertUnit.Money => $" at {RupeeText.Of(new Money(alert.Amount))}",
        AlertUnit.Number => Say($" at {alert.Value:0.####}, compared with {alert.Level:0.####}"),
        AlertUnit.Seconds => Say($" at {alert.Amount} s"),
        AlertUnit.RunState => $" at {((RunState)alert.Amount).ToString().ToLowerInvariant()}",
        AlertUnit.Count => Say($" at {alert.Amount}"),
        _ => "",
    };

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
