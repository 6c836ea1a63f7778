using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Pages.Orders;

/// <summary>What a step of an order's life is called, which way it went, and how it looks.</summary>
internal sealed record StepWords(string Title, string Way, Tone Tone)
{
    private const string Desk = "desk";
    private const string Out = "to the venue";
    private const string In = "from the venue";

    private static readonly Dictionary<string, StepWords> _known = new()
    {
        ["accepted"] = new("Allowed", Desk, Tone.Accent),
        ["denied"] = new("Refused by the desk", Desk, Tone.Bad),
        ["bracket-moved"] = new("Stop or target moved", Desk, Tone.Accent),
        ["stop-moved"] = new("Stop moved", Desk, Tone.Neutral),
        ["claimed"] = new("Claimed", Out, Tone.Accent),
        ["not-sent"] = new("Not sent", Desk, Tone.Bad),
        ["acknowledged"] = new("Acknowledged", In, Tone.Accent),
        ["refused"] = new("Refused by the venue", In, Tone.Bad),
        ["ambiguous"] = new("No clear answer", In, Tone.Warn),
        ["restarted"] = new("Desk started anew", Desk, Tone.Warn),
        ["seen"] = new("Seen", In, Tone.Neutral),
        ["traded"] = new("Traded", In, Tone.Up),
        ["cancel-claimed"] = new("Cancel claimed", Out, Tone.Accent),
        ["cancel-refused"] = new("Cancel refused", In, Tone.Warn),
        ["cancel-ambiguous"] = new("No clear answer to the cancel", In, Tone.Warn),
        ["modify-claimed"] = new("Change claimed", Out, Tone.Accent),
        ["modified"] = new("Changed", In, Tone.Accent),
        ["modify-refused"] = new("Change refused", In, Tone.Warn),
        ["modify-ambiguous"] = new("No clear answer to the change", In, Tone.Warn),
        ["abandoned"] = new("Given up", Desk, Tone.Bad),
        ["found-absent"] = new("Not there", In, Tone.Bad),
        ["resolved"] = new("Resolved by a person", Desk, Tone.Warn),
        ["triggered"] = new("Triggered", In, Tone.Accent),
    };

    public static StepWords Of(string kind) => _known.GetValueOrDefault(kind) ?? new StepWords(kind, Desk, Tone.Neutral);
}
