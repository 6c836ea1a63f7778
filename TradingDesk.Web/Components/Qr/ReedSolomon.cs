namespace TradingDesk.Web.Components.Qr;

/// <summary>The checks of a QR code's block: what is left of its data divided by the product of (x - 2^i) over the field of 256.</summary>
internal static class ReedSolomon
{
    /// <summary>x^8 + x^4 + x^3 + x^2 + 1, the field's modulus.</summary>
    private const int Modulus = 0x11D;

    public static byte[] ChecksOf(ReadOnlySpan<byte> data, int count)
    {
        var divisor = DivisorOf(count);
        var rest = new byte[count];
        foreach (var one in data)
        {
            var factor = (byte)(one ^ rest[0]);
            rest.AsSpan(1).CopyTo(rest);
            rest[^1] = 0;
            for (var i = 0; i < count; i++) rest[i] ^= Multiply(divisor[i], factor);
        }

        return rest;
    }

    internal static byte Multiply(byte left, byte right)
    {
        var product = 0;
        for (var bit = 7; bit >= 0; bit--)
        {
            product = (product << 1) ^ ((product >> 7) * Modulus);
            product ^= ((right >> bit) & 1) * left;
        }

        return (byte)product;
    }

    /// <summary>Its coefficients from the second highest power down; the highest is 1.</summary>
    private static byte[] DivisorOf(int degree)
    {
        var divisor = new byte[degree];
        divisor[^1] = 1;
        byte root = 1;
        for (var power = 0; power < degree; power++)
        {
            for (var i = 0; i < degree; i++)
            {
                divisor[i] = Multiply(divisor[i], root);
                if (i + 1 < degree) divisor[i] ^= divisor[i + 1];
            }

            root = Multiply(root, 2);
        }

        return divisor;
    }
}
