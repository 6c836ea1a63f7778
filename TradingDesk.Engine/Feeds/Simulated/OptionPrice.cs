namespace TradingDesk.Engine.Feeds.Simulated;

/// <summary>Black's price of an option on a future, computed with nothing but + - * / and the square root.</summary>
internal static class OptionPrice
{
    public static double Of(bool isCall, double forward, double strike, double deviation)
    {
        var d1 = (LogOf(forward / strike) / deviation) + (deviation / 2);
        var call = (forward * NormalBelow(d1)) - (strike * NormalBelow(d1 - deviation));
        var price = isCall ? call : call - (forward - strike);
        var intrinsic = isCall ? forward - strike : strike - forward;
        return Math.Max(price, Math.Max(intrinsic, 0));
    }

    /// <summary>
    /// The natural logarithm by its series in (x-1)/(x+1); exact to 1e-9 between a half and two, where prices and
    /// strikes stand.
    /// </summary>
    public static double LogOf(double x)
    {
        var z = (x - 1) / (x + 1);
        var square = z * z;
        var sum = 1.0 / 17;
        for (var n = 15; n >= 1; n -= 2) sum = (sum * square) + (1.0 / n);
        return 2 * z * sum;
    }

    /// <summary>The normal distribution within 1.5e-7 (Abramowitz and Stegun 26.2.19).</summary>
    public static double NormalBelow(double x)
    {
        var a = Math.Abs(x);
        var p = 1 + (a * (0.0498673470 + (a * (0.0211410061 + (a * (0.0032776263 +
            (a * (0.0000380036 + (a * (0.0000488906 + (a * 0.0000053830)))))))))));
        p *= p;
        p *= p;
        p *= p;
        p *= p;
        var tail = 0.5 / p;
        return x < 0 ? tail : 1 - tail;
    }
}
