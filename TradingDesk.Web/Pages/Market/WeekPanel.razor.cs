using System.Globalization;
using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation.Days;

namespace TradingDesk.Web.Pages.Market;

/// <summary>Monday to Sunday: who trades until when.</summary>
public sealed partial class WeekPanel : ComponentBase
{
    [Parameter, EditorRequired] public IReadOnlyList<MarketDay> Days { get; set; } = [];

    [Parameter, EditorRequired] public DateOnly Today { get; set; }

    [Parameter, EditorRequired] public DateOnly Shown { get; set; }

    [Parameter] public EventCallback<DateOnly> OnChoose { get; set; }

    /// <summary>Parts that trade at the same times all week, and are as sure, share a row.</summary>
    private IReadOnlyList<WeekRow> Rows
    {
        get
        {
            var alike = Days.GroupBy(day => day.Hours)
                .GroupBy(part => string.Join('|', part.Select(day => $"{DayWords.Trading(day)} {DayWords.Doubt(day)}"))).ToList();
            return
            [
                .. alike.Select(parts => new WeekRow(
                    parts.First().Key, alike.Count == 1 ? "" : string.Join(", ", parts.Select(part => part.First().Label)),
                    DoubtOf(parts.First()))),
            ];
        }
    }

    /// <summary>Why one should not count on any of a part's trading days; empty when not all of them share the doubt.</summary>
    private static string DoubtOf(IEnumerable<MarketDay> week) =>
        week.Where(day => day.IsTrading).Select(DayWords.Doubt).Distinct().ToList() is [var only] ? only : "";

    /// <summary>A day's times row by row, or once for all when everything trades alike.</summary>
    private static List<DayTimes> TimesOf(List<MarketDay> day, IReadOnlyList<WeekRow> rows)
    {
        var times = rows.Select(row => (Row: row, Part: day.Find(part => part.Hours == row.Hours)!))
            .Select(cell => new DayTimes(cell.Row.Whose, DayWords.Trading(cell.Part), DayWords.Doubt(cell.Part),
                cell.Row.Whose.Length > 0 && cell.Row.Doubt == DayWords.Doubt(cell.Part)))
            .ToList();
        return times.Select(cell => (cell.Says, cell.Doubt)).Distinct().Count() == 1
            ? [times[0] with { Whose = "", IsTold = rows.Count == 1 && rows[0].Doubt.Length > 0 }]
            : times;
    }

    /// <summary>Why nothing trades on that day; null when anything does.</summary>
    private static MarketDay? Closure(IReadOnlyList<MarketDay> day) => day.Any(part => part.IsTrading)
        ? null
        : day.FirstOrDefault(part => part.Kind == MarketDayKind.Holiday) ?? day[0];

    /// <summary>Parts that share a row of the week.</summary>
    /// <param name="Hours">The hours of one of them.</param>
    /// <param name="Whose">Their names; empty when they are all parts there are.</param>
    /// <param name="Doubt">What is to doubt on all their trading days.</param>
    private sealed record WeekRow(string Hours, string Whose, string Doubt);

    /// <summary>When a row's parts trade on a day.</summary>
    /// <param name="Whose">Their names; empty when it holds for everything.</param>
    /// <param name="Says">The times.</param>
    /// <param name="Doubt">Why one should not count on them.</param>
    /// <param name="IsTold">Whether the row says the doubt already.</param>
    private sealed record DayTimes(string Whose, string Says, string Doubt, bool IsTold);

    private static string Say(DateOnly date, string form) => date.ToString(form, CultureInfo.InvariantCulture);
}
