using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Components.Controls;

/// <summary>
/// How far a long work has come: a native bar, or one without an end where that is not known, the time left, and a way out.
/// </summary>
public sealed partial class ProgressBar : ComponentBase
{
    private const int SecondsOfMinute = 60;
    private const int SecondsOfHour = 3_600;

    private bool _isCancelling;

    [Parameter, EditorRequired] public string Id { get; set; } = "";

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>From 0 to 100; null where the end is not known.</summary>
    [Parameter] public int? Percent { get; set; }

    /// <summary>The time that the rest will take.</summary>
    [Parameter] public TimeSpan? Left { get; set; }

    /// <summary>What is said beside the bar, such as the day the work is at.</summary>
    [Parameter] public string? Detail { get; set; }

    /// <summary>Asked for once; the work ends when it can.</summary>
    [Parameter] public EventCallback OnCancel { get; set; }

    private string? Value => Percent?.ToString(CultureInfo.InvariantCulture);

    private string Text => string.Join(" · ", Parts());

    private IEnumerable<string> Parts()
    {
        if (Percent is { } percent) yield return string.Create(CultureInfo.InvariantCulture, $"{percent}%");
        if (Detail is { Length: > 0 }) yield return Detail;
        if (Left is { } left) yield return $"{Words(left)} left";
    }

    private Task CancelAsync()
    {
        _isCancelling = true;
        return OnCancel.InvokeAsync();
    }

    private static string Words(TimeSpan left)
    {
        var seconds = (long)Math.Ceiling(Math.Max(0, left.TotalSeconds));
        var (hours, minutes) = (seconds / SecondsOfHour, seconds / SecondsOfMinute % SecondsOfMinute);
        return seconds switch
        {
            < SecondsOfMinute => string.Create(CultureInfo.InvariantCulture, $"{seconds} s"),
            < SecondsOfHour => string.Create(CultureInfo.InvariantCulture, $"{minutes} min {seconds % SecondsOfMinute} s"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{hours} h {minutes} min"),
        };
    }
}
