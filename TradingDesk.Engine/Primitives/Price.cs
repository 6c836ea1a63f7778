using System.Globalization;

namespace TradingDesk.Engine.Primitives;

/// <summary>A price in units of 1e-4 rupee, so paise and the currency segment's quarter paise are exact.</summary>
public readonly record struct Price(long Scaled) : IComparable<Price>
{
    /// <summary>Units to the rupee.</summary>
    public const long Scale = 10_000;

    /// <summary>The largest price the desk takes in, ten crore rupees; anything above is garbage from a feed.</summary>
    public static readonly Price Max = new(100_000_000 * Scale);

    public static Price FromPaise(long paise) => new(paise * (Scale / 100));

    public static Price FromRupees(decimal rupees) => new(decimal.ToInt64(decimal.Round(rupees * Scale, MidpointRounding.AwayFromZero)));

    /// <summary>Reads plain decimal text with at most four places; more places, signs of currency or exponents are refused.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Price price)
    {
        price = default;
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var rupees)) return false;
        if (Math.Abs(rupees) > Max.Rupees) return false;
        var scaled = rupees * Scale;
        if (scaled != decimal.Truncate(scaled)) return false;
        price = new Price((long)scaled);
        return true;
    }

    public decimal Rupees => (decimal)Scaled / Scale;

    public int CompareTo(Price other) => Scaled.CompareTo(other.Scaled);

    public static bool operator <(Price left, Price right) => left.Scaled < right.Scaled;

    public static bool operator >(Price left, Price right) => left.Scaled > right.Scaled;

    public static bool operator <=(Price left, Price right) => left.Scaled <= right.Scaled;

    public static bool operator >=(Price left, Price right) => left.Scaled >= right.Scaled;

    public static Price operator +(Price left, Price right) => new(left.Scaled + right.Scaled);

    public static Price operator -(Price left, Price right) => new(left.Scaled - right.Scaled);

    public static Money operator *(Price price, Quantity quantity) => new(price.Scaled * quantity.Units);

    /// <summary>Rupees with two to four places, as files and logs write them.</summary>
    public override string ToString() => Rupees.ToString("0.00##", CultureInfo.InvariantCulture);
}
