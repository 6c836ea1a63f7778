using TradingDesk.Engine.Observation.Log;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Pages.Orders;

namespace TradingDesk.Web.Pages.Log;

/// <summary>What a line of the log is called and how it looks.</summary>
internal static class LogWords
{
    private static readonly Dictionary<string, (string Title, Tone Tone)> _known = new()
    {
        ["started"] = ("Desk started", Tone.Accent),
        ["account-opened"] = ("Account opened", Tone.Accent),
        ["cash-moved"] = ("Cash moved", Tone.Accent),
        ["account-reset"] = ("Account reset", Tone.Warn),
        ["day-closed"] = ("Day closed", Tone.Neutral),
        ["settled"] = ("Settled", Tone.Accent),
        ["square-off-missed"] = ("Square-off missed", Tone.Bad),
        ["armed"] = ("Armed", Tone.Warn),
        ["run-declared"] = ("Run declared", Tone.Accent),
        ["run-changed"] = ("Run changed", Tone.Accent),
        ["run-moved"] = ("Run", Tone.Neutral),
        ["run-evaluated"] = ("Run asked", Tone.Neutral),
        ["run-day-ended"] = ("Run's day ended", Tone.Neutral),
        ["signal"] = ("Signal", Tone.Accent),
        ["limits-set"] = ("Limits set", Tone.Warn),
        ["risk-state"] = ("Risk", Tone.Warn),
        ["peak-raised"] = ("Peak raised", Tone.Neutral),
        ["day-peak"] = ("Day's peak", Tone.Neutral),
        ["killed"] = ("Kill switch", Tone.Bad),
        ["kill-moved"] = ("Kill switch", Tone.Warn),
        ["rearmed"] = ("Kill switch let go", Tone.Accent),
        ["alert-added"] = ("Alert added", Tone.Neutral),
        ["alert-removed"] = ("Alert removed", Tone.Neutral),
        ["alert-fired"] = ("Alert fired", Tone.Warn),
        ["alert-rearmed"] = ("Alert armed", Tone.Neutral),
        ["alert-ready"] = ("Alert ready", Tone.Neutral),
        ["alert-blind"] = ("Alert blind", Tone.Warn),
        ["alert-sees"] = ("Alert sees", Tone.Neutral),
    };

    public static (string Title, Tone Tone) Of(LogLine line)
    {
        if (_known.TryGetValue(line.Kind, out var known)) return known;
        var step = StepWords.Of(line.Kind);
        return (step.Title, step.Tone);
    }

    /// <summary>Lines of that topic, as they are called where they are chosen.</summary>
    public static string Of(LogTopic topic) => topic switch
    {
        LogTopic.Order => "Orders",
        LogTopic.Refusal => "Refused",
        LogTopic.Strategy => "Strategies",
        LogTopic.Money => "Money",
        LogTopic.Safety => "Safety",
        LogTopic.Alert => "Alerts",
        _ => "Starts",
    };
}
