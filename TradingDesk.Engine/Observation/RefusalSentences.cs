using System.Globalization;
using TradingDesk.Engine.Observation.Risks;
using TradingDesk.Engine.Observation.Runs;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation;

/// <summary>Why the desk did not do what it was asked, in a sentence for a person.</summary>
internal static class RefusalSentences
{
    public static string Of(RefusalCode code) => code switch
    {
        RefusalCode.None => "Done.",
        RefusalCode.TimeframeNotAllowed => $"A timeframe does not fit: allowed are {Timeframe.Allowed}.",
        RefusalCode.TooManyTimeframes => string.Create(
            CultureInfo.InvariantCulture, $"Too many timeframes: at most {Limits.TimeframesMost}, fewer with many instruments."),
        RefusalCode.IndicatorsNotAllowed => "The indicator lists cannot be read; nothing has changed.",
        RefusalCode.TooManyColumns => "The lists have more columns than this desk's queue of facts holds; nothing has changed.",
        RefusalCode.OtherVersion => "Somebody changed the indicators meanwhile; nothing has changed. Look at the new version first.",
        RefusalCode.ChangeUnderWay => "Another change waits for its history; try again when it is in force.",
        RefusalCode.HistoryUnreadable => "The stored candles cannot be read, so the indicators would not be warm; nothing has changed.",
        RefusalCode.HistoryBehind => "The candle store does not keep up, so the indicators would lack candles; nothing has changed.",
        RefusalCode.ListsNotKept => "The lists cannot be kept and would be gone at the next start; nothing has changed.",
        RefusalCode.TooMuchMemory => string.Create(CultureInfo.InvariantCulture,
            $"The indicators would take over {Limits.IndicatorBytesMost >> 20} MB on all instruments and timeframes; nothing has changed."),
        RefusalCode.CalendarNotAllowed =>
            "The calendar's entry does not fit the session that is on, or the desk's market is around the clock; it is not in force.",
        RefusalCode.Starting => "The desk is still reading its history; try again in a moment.",
        RefusalCode.FellBehind => "The market ran faster than its history could be read; nothing has changed. Try again.",
        >= RefusalCode.RunUnknown and <= RefusalCode.Restarted => RunRefusalSentences.Of(code),
        >= RefusalCode.LimitMissing and <= RefusalCode.PositionUnpriced => RiskRefusalSentences.Of(code),
        _ => OrderRefusalSentences.Of(code),
    };
}
