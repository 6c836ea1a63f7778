using System.Globalization;
using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Days;

namespace TradingDesk.Web.Pages.Market;

/// <summary>A year's days that are not plain: closed on a weekday, open on a weekend, or with hours of their own.</summary>
public sealed partial class SpecialDaysPanel(IDeskView desk) : ComponentBase
{
    private int _year;
    private (string Exchange, int Year, int Changes) _read;
    private IReadOnlyList<MarketDay> _days = [];
    private bool _isKnown = true;

    [Parameter, EditorRequired] public string Exchange { get; set; } = "";

    [Parameter, EditorRequired] public DateOnly Today { get; set; }

    [Parameter] public EventCallback<DateOnly> OnChoose { get; set; }

    private static IEnumerable<int> Years => Enumerable.Range(2021, 7);

    /// <summary>What is to come in the order of time, then what is over from the newest on; a heading where they meet.</summary>
    private IEnumerable<(MarketDay Day, string Heading)> Special
    {
        get
        {
            var coming = _days.Where(day => day.Date >= Today).OrderBy(day => day.Date).ToList();
            var over = _days.Where(day => day.Date < Today).OrderByDescending(day => day.Date);
            return coming.Select(day => (day, ""))
                .Concat(over.Select((day, place) => (day, place == 0 && coming.Count > 0 ? "Earlier" : "")));
        }
    }

    protected override void OnParametersSet()
    {
        if (_year == 0) _year = Today.Year;
        Read();
    }

    private void Read()
    {
        var wanted = (Exchange, _year, desk.CalendarChanges.Count);
        if (wanted == _read) return;
        _read = wanted;
        var all = desk.ReadDays(Exchange, new DateOnly(_year, 1, 1), new DateOnly(_year, 12, 31));
        _isKnown = all.All(day => day.IsKnown);
        _days = [.. all.GroupBy(day => day.Date).Select(parts => parts.FirstOrDefault(day => day.IsSpecial)).OfType<MarketDay>()];
    }

    private void ChooseYear(ChangeEventArgs chosen)
    {
        if (int.TryParse(chosen.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var year)) _year = year;
        Read();
    }
}
