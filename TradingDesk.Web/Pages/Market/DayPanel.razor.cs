using System.Globalization;
using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation.Days;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Web.Pages.Market;

/// <summary>One day of an exchange: each part's phases on one axis of time, and in words.</summary>
public sealed partial class DayPanel : ComponentBase
{
    [Parameter, EditorRequired] public string Exchange { get; set; } = "";

    [Parameter, EditorRequired] public DateOnly Date { get; set; }

    [Parameter, EditorRequired] public DateOnly Today { get; set; }

    [Parameter, EditorRequired] public Instant Now { get; set; }

    [Parameter, EditorRequired] public IReadOnlyList<MarketDay> Days { get; set; } = [];

    [Parameter] public EventCallback<string> ExchangeChanged { get; set; }

    [Parameter] public EventCallback<DateOnly> DateChanged { get; set; }

    private DayAxis Axis => new(Date, Days);

    /// <summary>The part whose day is not a plain one, if any: it says what day it is.</summary>
    private MarketDay Telling => Days.FirstOrDefault(day => day.IsSpecial) ?? Days[0];

    private bool IsPlain => !Telling.IsSpecial;

    /// <summary>The parts that share the telling day, when not all of them do.</summary>
    private string Whose => Days.Any(day => day.Kind != Telling.Kind)
        ? string.Join(", ", Days.Where(day => day.Kind == Telling.Kind).Select(day => day.Label))
        : "";

    /// <summary>The names of the day's phases in the order of time.</summary>
    private IReadOnlyList<string> Phases =>
        [.. Days.SelectMany(day => day.Parts).OrderBy(part => part.From).Select(part => part.Name).Distinct()];

    private bool IsNowShown => Date == Today && Axis.StyleOf(Now) is not null;

    private string Plain => Telling.IsTrading ? "" : "nothing trades";

    private static string Time(Instant moment) => DayWords.Time(moment);

    /// <summary>The days that can be looked at; the calendar says of each whether it knows it.</summary>
    private static DateOnly First { get; } = new(2015, 1, 1);

    private static DateOnly Last { get; } = new(2035, 12, 31);

    private Task Step(int days) => LookAsync(Date.AddDays(days));

    /// <summary>A year half typed is a day, too, and is left alone until it is whole.</summary>
    private Task LookAsync(DateOnly date) => date >= First && date <= Last ? DateChanged.InvokeAsync(date) : Task.CompletedTask;

    private Task ChooseAsync(ChangeEventArgs chosen) =>
        DateOnly.TryParseExact(chosen.Value as string, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? LookAsync(date)
            : Task.CompletedTask;
}
