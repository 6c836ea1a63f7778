using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Runs;

/// <summary>Why a run was not moved or its signal not acted on, in a sentence for a person.</summary>
internal static class RunRefusalSentences
{
    public static string Of(RefusalCode code) => code switch
    {
        RefusalCode.RunUnknown => "There is no such run on this account, or the run it is bound to is none of its own.",
        RefusalCode.RunNotAllowed => "The declaration cannot be read, or names what this desk does not have.",
        RefusalCode.TooManyRuns => string.Create(CultureInfo.InvariantCulture, $"A desk keeps at most {Limits.RunsMost} runs."),
        RefusalCode.RunStateNotAllowed => "The run is in a state in which that means nothing.",
        RefusalCode.NoLiveVenue => "There is no live venue: runs trade on paper.",
        RefusalCode.TimeframeInUse => "A run at work watches a timeframe that would go; stop it first.",
        RefusalCode.BelowConfidence => "Its confidence is below the run's least.",
        RefusalCode.NotRunning => "The run was not running.",
        RefusalCode.CandleFlagged => "The candle, or one shortly before it, has a hole.",
        RefusalCode.OutsideWindow => "It came outside the run's hours.",
        RefusalCode.AlreadyThere => "The book holds what it wants already.",
        RefusalCode.Superseded => "Another wish of the same candle was acted on.",
        RefusalCode.NoContract => "No contract fits the run's rule.",
        RefusalCode.CapitalTooSmall => "The run's capital does not buy a single lot.",
        RefusalCode.RunBusy => "An order of the run was still under way.",
        RefusalCode.StrategyThrew => "The strategy failed.",
        RefusalCode.StrategyNotANumber => "The strategy gave what is no number.",
        RefusalCode.SignalStorm => "The strategy wished too much.",
        RefusalCode.StrategyHeldDesk => "The strategy held the desk up.",
        RefusalCode.Restarted => "The desk was started anew.",
        _ => "The desk cannot do this now.",
    };
}
