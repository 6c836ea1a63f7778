using System.Globalization;

namespace TradingDesk.Engine.Orders;

/// <summary>What makes a desk's tags its own: the number of its installation (0 to 1023) and the key of their checksum.</summary>
internal sealed record TagKey(int Install, ulong Key)
{
    /// <summary>A desk that was given none: of tests and files, whose orders reach no venue outside.</summary>
    public static TagKey Plain { get; } = new(0, 0x5DEECE66D1CE4E5BUL);

    /// <summary>Fifteen bits over all that the tag says.</summary>
    public ulong CheckOf(int install, ulong body)
    {
        var mixed = unchecked((body ^ Key) * 0x9E3779B97F4A7C15UL);
        mixed = unchecked((mixed ^ (mixed >> 29) ^ (ulong)install) * 0xBF58476D1CE4E5B9UL);
        return (mixed ^ (mixed >> 32)) & 0x7FFF;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Install}:{Key:x16}");

    public static bool TryParse(string text, out TagKey key)
    {
        key = Plain;
        var parts = text.Split(':');
        if (parts.Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var install) || install > 1023
            || !ulong.TryParse(parts[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var word)) return false;
        key = new TagKey(install, word);
        return true;
    }
}
