using TradingDesk.Engine.Line;

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
        _ => RefusalSentences.Of(answer.Refusal),
    };
}
