namespace TradingDesk.Web.Components.Qr;

/// <summary>A size of QR codes with error correction M: how many bytes of text fit, and how they are checked.</summary>
/// <param name="Number">1 to 9; from 10 on the count of a text's bytes is written with more bits.</param>
/// <param name="Codewords">Of data and checks together.</param>
/// <param name="Blocks">Each is checked by itself.</param>
/// <param name="Checks">Codewords of checks in each block.</param>
/// <param name="Alignments">Where the centres of alignment patterns stand, in both directions.</param>
internal sealed record QrVersion(int Number, int Codewords, int Blocks, int Checks, params int[] Alignments)
{
    /// <summary>Four bits of mode and eight of count stand before the text: two bytes, with the four bits that end it.</summary>
    private const int FrameBytes = 2;

    /// <summary>ISO/IEC 18004, tables 1, 9 and E.1.</summary>
    private static readonly QrVersion[] _all =
    [
        new(1, 26, 1, 10), new(2, 44, 1, 16, 6, 18), new(3, 70, 1, 26, 6, 22), new(4, 100, 2, 18, 6, 26), new(5, 134, 2, 24, 6, 30),
        new(6, 172, 4, 16, 6, 34), new(7, 196, 4, 18, 6, 22, 38), new(8, 242, 4, 22, 6, 24, 42), new(9, 292, 5, 22, 6, 26, 46),
    ];

    /// <summary>The longest text that has a code.</summary>
    public static int BytesMost => _all[^1].TextBytes;

    public int Size => 17 + (4 * Number);

    /// <summary>Codewords of data in all blocks.</summary>
    public int DataCodewords => Codewords - (Blocks * Checks);

    public int TextBytes => DataCodewords - FrameBytes;

    /// <summary>The smallest that takes a text of so many bytes, or null when none does.</summary>
    public static QrVersion? For(int bytes) => Array.Find(_all, version => version.TextBytes >= bytes);
}
