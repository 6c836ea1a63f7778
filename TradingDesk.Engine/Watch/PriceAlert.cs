using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Watch;

/// <summary>An instrument's last price against a level, looked at with every tick.</summary>
internal sealed record PriceAlert(Instrument Instrument, string Name, AlertComparison How, Price Level) : AlertRule
{
    public override AlertComparison Comparison => How;

    public override string ToText() => $"price of {Name} {WordOf(How)} {Level}";

    /// <summary>A price of 0 is none.</summary>
    public AlertReading Read(Price last) =>
        last == default ? AlertReading.Unknown : Compare(AlertUnit.Price, last.Scaled, Level.Scaled) with { Price = last };
}
