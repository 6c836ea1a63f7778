using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Controls;

namespace TradingDesk.Web.Pages.Charts;

/// <summary>The timeframes the desk builds, one of them chosen.</summary>
public sealed partial class TimeframeChoice
{
    [Parameter] public Timeframe Value { get; set; }

    [Parameter] public EventCallback<Timeframe> ValueChanged { get; set; }

    protected override DeskLayout? ReadSlice() => Desk.Current.Layout;

    private Segment<Timeframe>[] Segments() =>
        [.. Slice!.Timeframes.Order().Select(timeframe => new Segment<Timeframe>(timeframe, timeframe.Label))];
}
