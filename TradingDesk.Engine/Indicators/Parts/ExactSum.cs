using System.Runtime.CompilerServices;

namespace TradingDesk.Engine.Indicators.Parts;

/// <summary>A sum of doubles and what rounding took from it: twice a double's digits, so nothing builds up while a window slides.</summary>
internal readonly struct ExactSum(double sum, double lost)
{
    public readonly double Sum = sum;
    public readonly double Lost = lost;

    /// <summary>The sum as one double.</summary>
    public double Value => Sum + Lost;

    public static ExactSum operator +(ExactSum sum, double number)
    {
        var (more, lost) = TwoSum(sum.Sum, number);
        return Renewed(more, sum.Lost + lost);
    }

    public static ExactSum operator -(ExactSum sum, double number) => sum + -number;

    public static ExactSum operator +(ExactSum a, ExactSum b)
    {
        var (high, lost) = TwoSum(a.Sum, b.Sum);
        var (low, lowest) = TwoSum(a.Lost, b.Lost);
        var (sum, rest) = TwoSum(high, lost + low);
        return Renewed(sum, rest + lowest);
    }

    public static ExactSum operator -(ExactSum a, ExactSum b) => a + new ExactSum(-b.Sum, -b.Lost);

    public static ExactSum operator *(ExactSum sum, double factor)
    {
        var product = Product(sum.Sum, factor);
        return Renewed(product.Sum, product.Lost + (sum.Lost * factor));
    }

    /// <summary>A product of two doubles with all its digits.</summary>
    public static ExactSum Product(double a, double b)
    {
        var product = a * b;
        return new ExactSum(product, Math.FusedMultiplyAdd(a, b, -product));
    }

    /// <summary>Knuth's two-sum: the rounded sum and exactly what the rounding lost.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (double Sum, double Lost) TwoSum(double a, double b)
    {
        var sum = a + b;
        var part = sum - a;
        return (sum, a - (sum - part) + (b - part));
    }

    /// <summary>The quotient to the last digit: n times a number divided by n is that number.</summary>
    public double Over(double divisor)
    {
        var quotient = Value / divisor;
        var rest = Math.FusedMultiplyAdd(-quotient, divisor, Sum) + Lost;
        return quotient + (rest / divisor);
    }

    /// <summary>The square with as many digits as the sum.</summary>
    public ExactSum Squared()
    {
        var square = Product(Sum, Sum);
        return Renewed(square.Sum, square.Lost + (2 * Sum * Lost));
    }

    private static ExactSum Renewed(double sum, double lost)
    {
        var (whole, rest) = TwoSum(sum, lost);
        return new ExactSum(whole, rest);
    }
}
