using System.Text;

namespace TradingDesk.Engine.People;

/// <summary>Bytes as letters and digits that a person can type: RFC 4648 without padding.</summary>
public static class Base32
{
    private const string Signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsPerSign = 5;

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (held, bits) = (0, 0);
        foreach (var one in bytes)
        {
            held = (held << 8) | one;
            for (bits += 8; bits >= BitsPerSign; bits -= BitsPerSign) text.Append(Signs[(held >> (bits - BitsPerSign)) & 31]);
            held &= 0xFF;
        }

        if (bits > 0) text.Append(Signs[(held << (BitsPerSign - bits)) & 31]);
        return text.ToString();
    }
}
