using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Watch;

/// <summary>What an alert saw when it looked: its value, and on which side of the level that lies.</summary>
internal readonly record struct AlertReading(AlertSide Side, AlertUnit Unit)
{
    /// <summary>Nothing to judge yet.</summary>
    public static AlertReading Unknown => default;

    /// <summary>Price and money in 1e-4 rupee, seconds, a count or a run's state, as the unit says.</summary>
    public long Amount { get; init; }

    /// <summary>The value of an indicator.</summary>
    public double Number { get; init; }

    /// <summary>What the indicator was compared with.</summary>
    public double Level { get; init; }

    /// <summary>The instrument's price at that moment; 0 for none.</summary>
    public Price Price { get; init; }

    public static AlertReading Of(AlertUnit unit, long amount, long level) =>
        new(SideOf(amount.CompareTo(level)), unit) { Amount = amount };

    /// <summary>A value that is not ready, or what it is compared with, cannot be judged.</summary>
    public static AlertReading Of(double number, double level) => double.IsNaN(number) || double.IsNaN(level)
        ? Unknown
        : new AlertReading(SideOf(number.CompareTo(level)), AlertUnit.Number) { Number = number, Level = level };

    private static AlertSide SideOf(int order) => order switch { < 0 => AlertSide.Below, 0 => AlertSide.At, _ => AlertSide.Above };
}
