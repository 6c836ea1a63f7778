namespace TradingDesk.Web.Components.Qr;

/// <summary>What a QR code says of itself beside its text, with the bits that check it.</summary>
internal static class QrBits
{
    /// <summary>x^10 + x^8 + x^5 + x^4 + x^2 + x + 1.</summary>
    private const int FormatDivisor = 0x537;

    /// <summary>x^12 + x^11 + x^10 + x^9 + x^8 + x^5 + x^2 + 1.</summary>
    private const int VersionDivisor = 0x1F25;

    /// <summary>So that no format is all light.</summary>
    private const int FormatTurn = 0x5412;

    /// <summary>Fifteen bits: correction M, which is written 00, and the mask.</summary>
    public static int FormatOf(int mask) => Checked(mask, 10, FormatDivisor) ^ FormatTurn;

    /// <summary>Eighteen bits.</summary>
    public static int VersionOf(int number) => Checked(number, 12, VersionDivisor);

    private static int Checked(int value, int checks, int divisor)
    {
        var rest = value;
        for (var i = 0; i < checks; i++) rest = (rest << 1) ^ ((rest >> (checks - 1)) * divisor);
        return (value << checks) | rest;
    }
}
