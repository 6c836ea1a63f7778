using System.Globalization;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Watch;

/// <summary>How long an instrument has not ticked while its session is on.</summary>
internal sealed record FeedAlert(Instrument Instrument, string Name, int Seconds) : AlertRule
{
    public override AlertComparison Comparison => AlertComparison.Above;

    public override string ToText() => string.Create(CultureInfo.InvariantCulture, $"feed of {Name} older than {Seconds} seconds");

    /// <summary>Outside its session a feed that is silent is not late.</summary>
    public AlertReading Read(bool isOpen, long ageNanos)
    {
        if (!isOpen) return new AlertReading(AlertSide.Below, AlertUnit.None);
        var reading = Compare(AlertUnit.Seconds, ageNanos, Seconds * Instant.NanosPerSecond);
        return reading with { Amount = ageNanos / Instant.NanosPerSecond };
    }
}
