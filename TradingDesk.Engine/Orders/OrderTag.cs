using System.Runtime.InteropServices;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Orders;

/// <summary>
/// The name an attempt carries to a venue: 15 characters of Crockford's base 32 in the two words. Install and epoch (2), intent (7),
/// slice (2), attempt (1), and three of a checksum with the desk's own key, so that a foreign tag is told from ours.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal readonly record struct OrderTag(ulong High, ulong Low)
{
    public const int Length = 15;
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int BitsPerDigit = 5;
    private const int LowDigits = 12;

    public bool IsNone => High == 0 && Low == 0;

    public static OrderTag Of(TagKey key, OrderId order, int attempt)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(order.Slice, 1023);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(attempt, 31);
        var body = ((ulong)order.Intent << 15) | ((ulong)order.Slice << 5) | (uint)attempt;
        var high = ((ulong)key.Install << 5) | (body >> 45);
        var check = key.CheckOf(key.Install, body);
        return new OrderTag(high, ((body & ((1UL << 45) - 1)) << 15) | check);
    }

    /// <summary>The order and attempt of one of our own tags; false for any other.</summary>
    public bool TryRead(TagKey key, out OrderId order, out int attempt)
    {
        (order, attempt) = (OrderId.None, 0);
        var body = ((High & 31) << 45) | (Low >> 15);
        var intent = body >> 15;
        var isOurs = High >> 5 == (ulong)key.Install && (Low & 0x7FFF) == key.CheckOf(key.Install, body);
        if (!isOurs || intent is 0 or > int.MaxValue) return false;
        order = new OrderId((int)intent, (int)((body >> 5) & 1023));
        attempt = (int)(body & 31);
        return true;
    }

    public static bool TryParse(ReadOnlySpan<char> text, out OrderTag tag)
    {
        tag = default;
        if (text.Length != Length) return false;
        ulong high = 0, low = 0;
        for (var place = 0; place < Length; place++)
        {
            var digit = Digits.IndexOf(text[place], StringComparison.Ordinal);
            if (digit < 0) return false;
            if (place < Length - LowDigits) high = (high << BitsPerDigit) | (uint)digit;
            else low = (low << BitsPerDigit) | (uint)digit;
        }

        tag = new OrderTag(high, low);
        return true;
    }

    public override string ToString() => string.Create(Length, this, (text, tag) =>
    {
        for (var place = 0; place < Length; place++)
        {
            var word = place < Length - LowDigits ? tag.High : tag.Low;
            var shift = (place < Length - LowDigits ? Length - LowDigits - 1 - place : Length - 1 - place) * BitsPerDigit;
            text[place] = Digits[(int)((word >> shift) & 31)];
        }
    });
}
