namespace TradingDesk.Web.Components.Chart;

/// <summary>The indicators a browser does not draw: those its person hid, and those whose panes have no room and are folded.</summary>
public sealed record ChartStanding(IReadOnlyCollection<string> Hidden, IReadOnlyCollection<string> Folded)
{
    public static ChartStanding AllDrawn { get; } = new([], []);
}
