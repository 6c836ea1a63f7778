using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Components.Chart;

/// <summary>A small line of values over time around zero; it is broken where nothing was seen for a while.</summary>
public sealed partial class Sparkline : ComponentBase
{
    private const int Width = 600;
    private const int Height = 80;
    private const int Margin = 3;

    private IReadOnlyList<(long, decimal)>? _shown;

    /// <summary>Oldest first.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<(long Second, decimal Value)> Points { get; set; } = [];

    /// <summary>The longest time between two points that belong together.</summary>
    [Parameter] public long GapSeconds { get; set; } = 150;

    /// <summary>What the line says, for whoever does not see it.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>A list that was given out never changes; the page around it may be drawn ten times a second.</summary>
    protected override bool ShouldRender()
    {
        if (ReferenceEquals(_shown, Points)) return false;
        _shown = Points;
        return true;
    }

    private decimal Top => Math.Max(0, Points.Count == 0 ? 0 : Points.Max(point => point.Value));

    private decimal Bottom => Math.Min(0, Points.Count == 0 ? 0 : Points.Min(point => point.Value));

    private IEnumerable<string> Stretches()
    {
        var text = new StringBuilder();
        for (var place = 0; place < Points.Count; place++)
        {
            if (place > 0 && Points[place].Second - Points[place - 1].Second > GapSeconds)
            {
                yield return text.ToString();
                text.Clear();
            }

            text.Append(CultureInfo.InvariantCulture, $"{X(Points[place].Second)},{Y(Points[place].Value)} ");
        }

        if (text.Length > 0) yield return text.ToString();
    }

    private string X(long second)
    {
        var (first, last) = (Points[0].Second, Points[^1].Second);
        return Number(last == first ? 0 : (decimal)(second - first) * Width / (last - first));
    }

    private string Y(decimal value) =>
        Number(Top == Bottom ? Height / 2m : Margin + ((Top - value) * (Height - (2 * Margin)) / (Top - Bottom)));

    private static string Number(decimal place) => place.ToString("0.#", CultureInfo.InvariantCulture);
}
