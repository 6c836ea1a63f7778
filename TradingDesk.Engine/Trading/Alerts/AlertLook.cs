using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Watch;

namespace TradingDesk.Engine.Trading.Alerts;

/// <summary>A rule made ready to look: where its columns stand in the list in force, or why it is blind.</summary>
internal sealed class AlertLook
{
    /// <param name="rule">Null when the desk does not have what it is about.</param>
    /// <param name="blind">Why it cannot see; empty when it can.</param>
    /// <param name="lists">The lists in force.</param>
    public AlertLook(AlertRule? rule, string blind, IndicatorLists? lists)
    {
        (Rule, Blind) = (rule, blind);
        if (blind.Length > 0 || lists is null || rule is not IndicatorAlert indicator) return;
        var columns = lists.For(indicator.Instrument.Id, indicator.Timeframe).Columns;
        (Column, Other) = (PlaceOf(columns, indicator.Column), PlaceOf(columns, indicator.Other));
    }

    public AlertRule? Rule { get; }

    public string Blind { get; }

    /// <summary>Where the column and the one it is compared with stand; -1 for none.</summary>
    public int Column { get; } = -1;

    public int Other { get; } = -1;

    private static int PlaceOf(IReadOnlyList<string> columns, string name)
    {
        for (var place = 0; place < columns.Count; place++)
        {
            if (columns[place] == name) return place;
        }

        return -1;
    }
}
