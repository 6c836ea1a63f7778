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

    /// <summary>A plain day, or a weekend that nobody wrote anything about.</summary>
    private bool IsPlain => Days[0].Kind == MarketDayKind.Weekend || (Days[0].Kind == MarketDayKind.Regular && Days[0].By == Days[^1].By
        && Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    private string Plain => Days[0].IsTrading ? "" : "nothing trades";

    private static string Time(Instant moment) => DayWords.Time(moment);

    private Task Step(int days) => DateChanged.InvokeAsync(Date.AddDays(days));

    private Task ChooseAsync(ChangeEventArgs chosen) =>
        DateOnly.TryParseExact(chosen.Value as string, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? DateChanged.InvokeAsync(date)
            : Task.CompletedTask;
}
