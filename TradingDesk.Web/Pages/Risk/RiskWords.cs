using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Risks;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Pages.Risk;

/// <summary>How states, scopes and moments of risk are written.</summary>
internal static class RiskWords
{
    public static string Of(RiskState state) => state switch
    {
        RiskState.ReduceOnly => "reduce only",
        RiskState.Halted => "halted",
        _ => "active",
    };

    public static string Meaning(RiskState state) => state switch
    {
        RiskState.ReduceOnly => "Cancels, exits, and orders that only make a position smaller.",
        RiskState.Halted => "Cancels and exits only.",
        _ => "Everything that the limits let through.",
    };

    public static Tone ToneOf(RiskState state) => state switch
    {
        RiskState.ReduceOnly => Tone.Warn,
        RiskState.Halted => Tone.Bad,
        _ => Tone.Up,
    };

    public static string AccountOf(RiskView view, DeskSnapshot desk) =>
        desk.Accounts.FirstOrDefault(account => account.Id == view.Account)?.Name ?? "";

    /// <summary>`PAPER-1`, or a run by its name.</summary>
    public static string NameOf(RiskView view, DeskSnapshot desk) => view.Run.IsNone
        ? AccountOf(view, desk)
        : desk.Runs.FirstOrDefault(run => run.Id == view.Run)?.Name ?? $"Run {IndianNumbers.Whole(view.Run.Number)}";
}
