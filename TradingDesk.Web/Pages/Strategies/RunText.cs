using System.Globalization;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Runs;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Pages.Desk;
using TradingDesk.Web.Pages.Ticket;

namespace TradingDesk.Web.Pages.Strategies;

/// <summary>Runs in a trader's words, and what of them can be done in which state.</summary>
internal static class RunText
{
    private const int ReachOfWord = 3;

    /// <summary>The address of a run's page.</summary>
    public static string PageOf(RunId run) => $"strategies/{run.Number.ToString(CultureInfo.InvariantCulture)}";

    public static Tone ToneOf(RunState state) => state switch
    {
        RunState.Running => Tone.Up,
        RunState.Warming => Tone.Accent,
        RunState.Paused => Tone.Warn,
        RunState.Halted or RunState.Benched => Tone.Bad,
        _ => Tone.Neutral,
    };

    /// <summary>What it does with what it watches: `trades it itself`, `trades its option 2 strikes out of the money`.</summary>
    public static string Trades(string contract)
    {
        var parts = contract.Split('/');
        var days = parts.Length > 1 ? $" with {parts[1]} days left or more" : "";
        return parts[0] switch
        {
            "itself" => "trades it itself",
            "future" => $"trades its near future{days}",
            "atm" => $"trades its option at the money{days}",
            ['o', 't', 'm', ..] word => $"trades its option {Strikes(word)} out of the money{days}",
            ['i', 't', 'm', ..] word => $"trades its option {Strikes(word)} in the money{days}",
            var other => $"trades {other}{days}",
        };
    }

    /// <summary>What its book holds, each with its units and lots.</summary>
    public static string Holds(RunView run, IReadOnlyList<Quote> quotes)
    {
        var held = run.Positions.Where(position => position.Units != 0).Select(position =>
        {
            var instrument = quotes[position.Instrument.Index].Instrument;
            return $"{Tradable.Units(position.Units, instrument)} {Labels.ShortName(instrument)}";
        }).ToArray();
        return held.Length == 0 ? "nothing" : string.Join(", ", held);
    }

    public static bool IsHolding(RunView run) => run.Positions.Any(position => position.Units != 0);

    public static string Sure(SignalView signal) => IndianNumbers.Plain(signal.Confidence);

    /// <summary>What became of it.</summary>
    public static string Fate(SignalView signal) => signal.IsActed ? "Acted on." : $"Not acted on: {signal.NotActed}";

    public static string ArrowOf(SignalView signal) => signal.Way switch { > 0 => "▲", < 0 => "▼", _ => "◆" };

    public static Tone ToneOf(SignalView signal) => Tones.OfChange(signal.Way);

    public static bool CanStart(RunState state) =>
        state is RunState.Idle or RunState.Halted or RunState.Benched or RunState.Stopped;

    public static bool CanPause(RunState state) => state is RunState.Warming or RunState.Running;

    public static bool CanStop(RunState state) => state is not (RunState.Idle or RunState.Stopped or RunState.Retired);

    public static bool CanFlatten(RunView run) => IsHolding(run) && run.State is not (RunState.Idle or RunState.Retired);

    public static bool CanEvaluate(RunState state) => state is RunState.Running or RunState.Paused;

    private static string Strikes(string word) => word[ReachOfWord..] is "1" ? "1 strike" : $"{word[ReachOfWord..]} strikes";
}
