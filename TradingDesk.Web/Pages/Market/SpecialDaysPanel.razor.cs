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

    private IEnumerable<MarketDay> Special => _days.OrderBy(day => day.Date < Today).ThenBy(day => day.Date);

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
