using System.Globalization;

namespace TradingDesk.Engine.Primitives;

/// <summary>An amount in units of 1e-4 rupee, so that a price times a quantity is exact.</summary>
public readonly record struct Money(long Scaled) : IComparable<Money>
{
    public decimal Rupees => (decimal)Scaled / Price.Scale;

    public static Money FromRupees(decimal rupees) => new(Price.FromRupees(rupees).Scaled);

    public int CompareTo(Money other) => Scaled.CompareTo(other.Scaled);

    public static bool operator <(Money left, Money right) => left.Scaled < right.Scaled;

    public static bool operator >(Money left, Money right) => left.Scaled > right.Scaled;

    public static bool operator <=(Money left, Money right) => left.Scaled <= right.Scaled;

    public static bool operator >=(Money left, Money right) => left.Scaled >= right.Scaled;

    public static Money operator +(Money left, Money right) => new(left.Scaled + right.Scaled);

    public static Money operator -(Money left, Money right) => new(left.Scaled - right.Scaled);

    public static Money operator -(Money amount) => new(-amount.Scaled);

    public override string ToString() => Rupees.ToString("0.00##", CultureInfo.InvariantCulture);
}
