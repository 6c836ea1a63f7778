using System.Globalization;

namespace TradingDesk.Engine.Observation;

/// <summary>The machine's wall clock was moved while the desk ran, which itself keeps the time it started with.</summary>
/// <param name="Off">How far the machine's clock is ahead of the desk's; negative when it is behind.</param>
public sealed record ClockDoubt(TimeSpan Off)
{
    /// <summary>The doubt about a difference, or none without one.</summary>
    public static ClockDoubt? Of(TimeSpan off) => off == TimeSpan.Zero ? null : new ClockDoubt(off);

    public string Sentence => $"The machine's clock was moved: it is {Words} {(Off < TimeSpan.Zero ? "behind" : "ahead of")} the desk's, "
        + "which goes on as it was. If the machine's is right now, start the desk again.";

    private string Words => string.Create(CultureInfo.InvariantCulture, $"{(long)Off.Duration().TotalHours}:{Off.Duration():mm\\:ss}");
}
