using TradingDesk.Engine.Market.Quality;

namespace TradingDesk.Engine.Observation.Quality;

/// <summary>What the engine found of a day as pages and the command line show it.</summary>
internal static class QualityViews
{
    public static DayQualityView View(this DayQuality day) => new(day.Date, GradeOf(day.Grade), day.Sentence)
    {
        Expected = day.Expected,
        Present = day.Present,
        Missing = [.. day.Missing.Select(span => new MissingMinutes(span.From, span.To, span.Minutes))],
        WithGaps = day.WithGaps,
        Filled = day.Filled,
        Spikes = day.Spikes,
        Outside = day.Outside,
        WithoutVolume = day.WithoutVolume,
        First = day.First,
        Last = day.Last,
        Revisions = day.Entries.Revisions,
        Duplicates = day.Entries.Duplicates,
        SkippedOutside = day.Entries.Outside,
        IsDayKnown = day.IsDayKnown,
    };

    private static DayGrade GradeOf(QualityGrade grade) => grade switch
    {
        QualityGrade.Closed => DayGrade.Closed,
        QualityGrade.Empty => DayGrade.Empty,
        QualityGrade.Poor => DayGrade.Poor,
        QualityGrade.Fair => DayGrade.Fair,
        QualityGrade.Good => DayGrade.Good,
    };
}
