using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Trading;

/// <summary>What an account may be called, and which amounts of cash are amounts.</summary>
internal static class AccountNames
{
    private const int LengthMost = 24;
    private const long PaisaScaled = Price.Scale / 100;
    private static readonly Money _most = Money.FromRupees(Limits.CashRupeesMost);

    public static bool IsAllowed(string name) =>
        name.Length is >= 2 and <= LengthMost
        && name.All(sign => char.IsAsciiLetterUpper(sign) || char.IsAsciiDigit(sign) || sign == '-')
        && char.IsAsciiLetterOrDigit(name[0]);

    /// <summary>Above zero, at most 100 crore rupees, to the paisa.</summary>
    public static bool IsAmount(Money amount) => amount.Scaled > 0 && amount <= _most && amount.Scaled % PaisaScaled == 0;
}
