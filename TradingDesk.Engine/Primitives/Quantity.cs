using System.Globalization;

namespace TradingDesk.Engine.Primitives;

/// <summary>A number of shares or contract units, never lots.</summary>
public readonly record struct Quantity(long Units) : IComparable<Quantity>
{
    public int CompareTo(Quantity other) => Units.CompareTo(other.Units);

    public static bool operator <(Quantity left, Quantity right) => left.Units < right.Units;

    public static bool operator >(Quantity left, Quantity right) => left.Units > right.Units;

    public static bool operator <=(Quantity left, Quantity right) => left.Units <= right.Units;

    public static bool operator >=(Quantity left, Quantity right) => left.Units >= right.Units;

    public static Quantity operator +(Quantity left, Quantity right) => new(left.Units + right.Units);

    public static Quantity operator -(Quantity left, Quantity right) => new(left.Units - right.Units);

    public override string ToString() => Units.ToString(CultureInfo.InvariantCulture);
}
