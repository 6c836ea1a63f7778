using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Safety;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Pages.Kill;

/// <summary>How kill switches and what they made of things are written.</summary>
internal static class KillWords
{
    public static string Whose(KillView kill) => kill.Account.Length == 0 ? "The desk is" : $"{kill.Account} is";

    public static string Of(KillStage stage) => stage switch
    {
        KillStage.Cancelling => "withdrawing orders",
        KillStage.Flattening => "leaving positions",
        KillStage.Waiting => "waiting",
        KillStage.Unproven => "not proven",
        _ => "done",
    };

    public static bool IsUnderWay(KillStage stage) => stage is KillStage.Cancelling or KillStage.Flattening or KillStage.Waiting;

    public static string Of(KillOutcome outcome) => outcome switch
    {
        KillOutcome.Flat => "flat",
        KillOutcome.Kept => "kept",
        KillOutcome.Unknown => "unknown",
        _ => "not flat",
    };

    public static Tone ToneOf(KillOutcome outcome) => outcome switch
    {
        KillOutcome.Flat => Tone.Up,
        KillOutcome.Kept => Tone.Neutral,
        KillOutcome.UnderWay => Tone.Warn,
        _ => Tone.Bad,
    };

    public static string NameOf(InstrumentId instrument, DeskSnapshot desk) =>
        instrument.Index < desk.Quotes.All.Count ? desk.Quotes.All[instrument.Index].Instrument.Symbol : "";
}
