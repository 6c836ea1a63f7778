using System.Globalization;
using System.Text;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Observation.Quality;

namespace TradingDesk.Cli.Reports;

/// <summary>What the days of an instrument's stored minutes are worth, for a person and for machines.</summary>
internal sealed record QualityReport(Instrument Instrument, IReadOnlyList<DayQualityView> Days)
{
    private const int SpansShown = 4;
    private const int EmptyShownMost = 3;

    private static readonly DayGrade[] _worstFirst = [DayGrade.Empty, DayGrade.Poor, DayGrade.Fair, DayGrade.Good];

    public object Readable => new
    {
        instrument = Instrument.FullName,
        days = Days.Select(day => new { grade = day.Grade.ToString(), day }),
    };

    public string ToText()
    {
        var text = new StringBuilder();
        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        var traded = Days.Where(day => day.Grade != DayGrade.Closed).ToArray();
        Line($"{Instrument.FullName}, minutes from {Days[0].Date:yyyy-MM-dd} to {Days[^1].Date:yyyy-MM-dd}");
        for (var place = 0; place < traded.Length; place++)
        {
            var day = traded[place];
            var empty = traded.Skip(place).TakeWhile(next => next.Grade == DayGrade.Empty).Count();
            if (empty > EmptyShownMost)
            {
                var last = traded[place + empty - 1].Date;
                Line($"  {day.Date:yyyy-MM-dd ddd}  empty  So are all days of trading to {last:yyyy-MM-dd}: {empty:N0}.");
                place += empty - 1;
                continue;
            }

            Line($"  {day.Date:yyyy-MM-dd ddd}  {day.Grade.ToString().ToLowerInvariant(),-5}  {day.Sentence}{Details(day)}");
        }

        var counts = _worstFirst.Select(grade => (grade, count: traded.Count(day => day.Grade == grade))).Where(pair => pair.count > 0);
        var summary = string.Join(", ", counts.Select(pair => string.Create(
            CultureInfo.InvariantCulture, $"{pair.count:N0} {pair.grade.ToString().ToLowerInvariant()}")));
        Line($"{traded.Length:N0} days of trading{(summary.Length > 0 ? $": {summary}" : "")}");
        return text.ToString();
    }

    private static string Details(DayQualityView day)
    {
        var text = new StringBuilder();
        void Part(FormattableString part) => text.Append(part.ToString(CultureInfo.InvariantCulture));
        if (day.Missing.Count > 0 && day.Present > 0) Part($" Missing {Spans(day.Missing)}.");
        if (day.Duplicates > 0) Part($" {day.Duplicates:N0} rows were given twice.");
        if (day.SkippedOutside > 0) Part($" {day.SkippedOutside:N0} rows of its files stood outside the session.");
        if (day.Revisions.Count > 0) Part($" Revision {string.Join(", ", day.Revisions)}.");
        return text.ToString();
    }

    private static string Spans(IReadOnlyList<MissingMinutes> spans)
    {
        var shown = spans.Take(SpansShown).Select(span => string.Create(CultureInfo.InvariantCulture,
            $"{span.From.ToIndia():HH:mm}{(span.Minutes > 1 ? $" to {span.To.ToIndia():HH:mm}" : "")}"));
        var more = spans.Count > SpansShown ? string.Create(CultureInfo.InvariantCulture, $" and {spans.Count - SpansShown:N0} more") : "";
        return string.Join(", ", shown) + more;
    }
}
