using System.Globalization;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation;

/// <summary>What became of a command, in a sentence for a person.</summary>
internal static class OutcomeSentences
{
    public static string Of(CommandAnswer answer) => answer.Kind switch
    {
        FactKind.IndicatorsChanged => "The indicators are in force, warm from stored candles.",
        FactKind.CalendarChanged => "The calendar is in force.",
        FactKind.TimeframesChanged => "The desk builds these timeframes; a new one's history is on its way.",
        FactKind.TimeframesWarm => "The desk builds these timeframes, warm from stored candles.",
        FactKind.TimeframesCold =>
            "The desk builds these timeframes, but a new one's history could not be had: its indicators begin with its first candles.",
        _ => OfRefusal(answer.Refusal),
    };

    private static string OfRefusal(RefusalCode code) => code switch
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
    };
}
