using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Alerts;

/// <summary>Why something about an alert was refused, in a sentence for a person; null for what is about something else.</summary>
internal static class AlertRefusalSentences
{
    public static string? Of(RefusalCode code) => code switch
    {
        RefusalCode.AlertNotAllowed => "The rule cannot be read; a rule is such as: price of NSE:RELIANCE above 2500.",
        RefusalCode.AlertUnknown => "There is no alert of that number.",
        RefusalCode.TooManyAlerts => string.Create(CultureInfo.InvariantCulture, $"A desk has at most {Limits.AlertsMost} alerts."),
        RefusalCode.AlertNotFired => "The alert has not fired, so it need not be armed again.",
        RefusalCode.AlertColumnUnknown => "The indicator list in force there lacks a column that the rule names.",
        RefusalCode.AlertTimeframeUnknown => "The desk does not build the timeframe that the rule names.",
        RefusalCode.AlertTwice => "There is an alert of this rule already.",
        _ => null,
    };
}
