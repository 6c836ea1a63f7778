namespace TradingDesk.Web.Components.Qr;

/// <summary>A text as the codewords of a QR code: framed, filled up, checked by blocks and interleaved.</summary>
internal static class QrCodewords
{
    private const int ByteMode = 0b0100;

    /// <summary>Four bits: the text stands half a byte off, behind mode and count.</summary>
    private const int Low = 0x0F;

    public static byte[] Of(ReadOnlySpan<byte> text, QrVersion version)
    {
        var data = Framed(text, version.DataCodewords);
        var blocks = new List<byte[]>();
        var (each, longer) = (data.Length / version.Blocks, data.Length % version.Blocks);
        for (var (block, from) = (0, 0); block < version.Blocks; block++)
        {
            // The later blocks hold one more where they do not come out even.
            var length = each + (block >= version.Blocks - longer ? 1 : 0);
            blocks.Add(data[from..(from + length)]);
            from += length;
        }

        return [.. Woven(blocks), .. Woven([.. blocks.Select(block => ReedSolomon.ChecksOf(block, version.Checks))])];
    }

    /// <summary>Mode, count, text and an end of four bits; the rest is filled with two bytes in turn, as the standard has it.</summary>
    private static byte[] Framed(ReadOnlySpan<byte> text, int codewords)
    {
        var data = new byte[codewords];
        data[0] = (byte)((ByteMode << 4) | (text.Length >> 4));
        data[1] = (byte)((text.Length & Low) << 4);
        for (var i = 0; i < text.Length; i++)
        {
            data[i + 1] |= (byte)(text[i] >> 4);
            data[i + 2] |= (byte)((text[i] & Low) << 4);
        }

        for (var i = text.Length + 2; i < codewords; i++) data[i] = (byte)((i - text.Length) % 2 == 0 ? 0xEC : 0x11);
        return data;
    }

    /// <summary>The first of each block, then the second of each; the shorter have ended at the last.</summary>
    private static IEnumerable<byte> Woven(IReadOnlyList<byte[]> blocks) =>
        from at in Enumerable.Range(0, blocks.Max(block => block.Length))
        from block in blocks
        where at < block.Length
        select block[at];
}
