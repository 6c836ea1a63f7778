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

    /// <summary>Parts that trade at the same times, and are as sure, share a line.</summary>
    private static IEnumerable<(string Says, string Doubt)> Closes(IReadOnlyList<MarketDay> day) => day
        .GroupBy(part => (Trades: DayWords.Trading(part), Doubt: DayWords.Doubt(part)))
        .Select(group => group.Count() == day.Count
            ? group.Key
            : ($"{string.Join(", ", group.Select(part => part.Label))}: {group.Key.Trades}", group.Key.Doubt));

    /// <summary>Why nothing trades on that day; null when anything does.</summary>
    private static MarketDay? Closure(IReadOnlyList<MarketDay> day) => day.Any(part => part.IsTrading)
        ? null
        : day.FirstOrDefault(part => part.Kind == MarketDayKind.Holiday) ?? day[0];

    private static string Say(DateOnly date, string form) => date.ToString(form, CultureInfo.InvariantCulture);
}
