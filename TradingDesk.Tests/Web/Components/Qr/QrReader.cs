using System.Text;

namespace TradingDesk.Tests.Web.Components.Qr;

/// <summary>
/// Reads a QR code the other way round, with tables and arithmetic of its own: finders, both copies of the format, mask, blocks, checks.
/// </summary>
internal sealed class QrReader(int size, Func<int, int, bool> isDark)
{
    private const int CorrectionM = 0;

    /// <summary>Of correction M, by version: blocks with their codewords of data, and the checks behind each.</summary>
    private static readonly (int[] Data, int Checks)[] _blocks =
    [
        ([16], 10), ([28], 16), ([44], 26), ([32, 32], 18), ([43, 43], 24), ([27, 27, 27, 27], 16), ([31, 31, 31, 31], 18),
        ([38, 38, 39, 39], 22), ([36, 36, 36, 37, 37], 22),
    ];

    private static readonly int[][] _alignments =
        [[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46]];

    private static readonly int[] _powers = Powers();

    public int Version => (size - 17) / 4;

    public int Mask { get; private set; }

    /// <summary>The text, after everything that can be checked about the code was.</summary>
    public string Read()
    {
        AssertFinders();
        Mask = ReadFormat();
        if (Version >= 7) AssertVersion();
        var data = Unwoven(ReadCodewords());
        Assert.Equal(0b0100, data[0] >> 4);
        var count = ((data[0] & 15) << 4) | (data[1] >> 4);
        var text = Enumerable.Range(1, count).Select(i => (byte)(((data[i] & 15) << 4) | (data[i + 1] >> 4))).ToArray();
        Assert.Equal(0, data[count + 1] & 15);
        Assert.All(data.Skip(count + 2).Select((one, i) => (one, i)), rest => Assert.Equal(rest.i % 2 == 0 ? 236 : 17, rest.one));
        return Encoding.UTF8.GetString(text);
    }

    private void AssertFinders()
    {
        string[] finder = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"];
        foreach (var (left, top) in new[] { (0, 0), (size - 7, 0), (0, size - 7) })
            Assert.Equal(finder, Enumerable.Range(0, 7).Select(y => Bits(Enumerable.Range(0, 7).Select(x => (left + x, top + y)))));
        foreach (var i in Enumerable.Range(0, 8))
        {
            foreach (var (x, y) in new[] { (7, i), (i, 7), (size - 8, i), (size - 1 - i, 7), (7, size - 1 - i), (i, size - 8) })
                Assert.False(isDark(x, y), $"The edge of a finder is dark at {x}, {y}.");
        }

        foreach (var i in Enumerable.Range(8, size - 16)) Assert.Equal((i % 2 == 0, i % 2 == 0), (isDark(i, 6), isDark(6, i)));
        foreach (var (x, y) in Centres()) Assert.Equal("11111100011010110001", Bits(Square(x, y))[..20]);
        Assert.True(isDark(8, size - 8));
    }

    private int ReadFormat()
    {
        IEnumerable<(int, int)> first =
        [
            .. Enumerable.Range(0, 6).Select(x => (x, 8)), (7, 8), (8, 8), (8, 7), .. Enumerable.Range(0, 6).Select(i => (8, 5 - i)),
        ];
        IEnumerable<(int, int)> second =
            [.. Enumerable.Range(0, 7).Select(i => (8, size - 1 - i)), .. Enumerable.Range(0, 8).Select(i => (size - 8 + i, 8))];
        Assert.Equal(Bits(first), Bits(second));
        var turned = Convert.ToInt32(Bits(first), 2) ^ 0b101010000010010;
        Assert.Equal(0, RestOf(turned, 0b10100110111, 10));
        Assert.Equal(CorrectionM, turned >> 13);
        return (turned >> 10) & 7;
    }

    private void AssertVersion()
    {
        var places = Enumerable.Range(0, 18).Select(i => (X: size - 9 - (i % 3), Y: 5 - (i / 3))).ToArray();
        Assert.Equal(Bits(places), Bits(places.Select(place => (place.Y, place.X))));
        var bits = Convert.ToInt32(Bits(places), 2);
        Assert.Equal(0, RestOf(bits, 0b1111100100101, 12));
        Assert.Equal(Version, bits >> 12);
    }

    private List<byte> ReadCodewords()
    {
        var bits = new StringBuilder();
        var isUp = true;
        for (var right = size - 1; right > 0; right -= right == 8 ? 3 : 2, isUp = !isUp)
        {
            for (var i = 0; i < size; i++)
            {
                var y = isUp ? size - 1 - i : i;
                foreach (var x in new[] { right, right - 1 }.Where(x => !IsPattern(x, y)))
                    bits.Append(isDark(x, y) ^ Turns(x, y) ? '1' : '0');
            }
        }

        return [.. bits.ToString().Chunk(8).Where(eight => eight.Length == 8).Select(eight => Convert.ToByte(new string(eight), 2))];
    }

    private List<byte> Unwoven(List<byte> codewords)
    {
        var (lengths, checks) = _blocks[Version - 1];
        Assert.Equal(lengths.Sum() + (lengths.Length * checks), codewords.Count);
        var blocks = lengths.Select(_ => new List<byte>()).ToArray();
        var at = 0;
        for (var i = 0; i < lengths.Max(); i++)
        {
            for (var block = 0; block < blocks.Length; block++) if (i < lengths[block]) blocks[block].Add(codewords[at++]);
        }

        for (var i = 0; i < checks; i++) foreach (var block in blocks) block.Add(codewords[at++]);
        Assert.All(blocks, block => Assert.All(Enumerable.Range(0, checks), power => Assert.Equal(0, ValueAt(block, power))));
        return [.. blocks.SelectMany((block, i) => block.Take(lengths[i]))];
    }

    /// <summary>The block as a polynomial at 2^power: zero where nothing was read wrong.</summary>
    private static int ValueAt(IReadOnlyList<byte> block, int power)
    {
        var value = 0;
        foreach (var one in block) value = (value == 0 ? 0 : _powers[(Array.IndexOf(_powers, value) + power) % 255]) ^ one;
        return value;
    }

    private bool IsPattern(int x, int y)
    {
        var isFinder = (x < 9 && y < 9) || (x >= size - 8 && y < 9) || (x < 9 && y >= size - 8);
        var isVersion = Version >= 7 && ((y < 6 && x >= size - 11) || (x < 6 && y >= size - 11));
        return isFinder || isVersion || x == 6 || y == 6 || Centres().Any(at => Math.Abs(at.X - x) <= 2 && Math.Abs(at.Y - y) <= 2);
    }

    private IEnumerable<(int X, int Y)> Centres() =>
        from x in _alignments[Version - 1]
        from y in _alignments[Version - 1]
        where !((x < 9 && y < 9) || (x > size - 9 && y < 9) || (x < 9 && y > size - 9))
        select (x, y);

    private static IEnumerable<(int, int)> Square(int x, int y) =>
        Enumerable.Range(0, 25).Select(i => (x - 2 + (i % 5), y - 2 + (i / 5)));

    /// <summary>As the standard's table of masks has them, with i down and j across.</summary>
    private bool Turns(int j, int i) => Mask switch
    {
        0 => (i + j) % 2 == 0,
        1 => i % 2 == 0,
        2 => j % 3 == 0,
        3 => (i + j) % 3 == 0,
        4 => ((i / 2) + (j / 3)) % 2 == 0,
        5 => (i * j % 2) + (i * j % 3) == 0,
        6 => ((i * j % 2) + (i * j % 3)) % 2 == 0,
        _ => (((i + j) % 2) + (i * j % 3)) % 2 == 0,
    };

    private string Bits(IEnumerable<(int X, int Y)> places) => string.Concat(places.Select(place => isDark(place.X, place.Y) ? '1' : '0'));

    private static int RestOf(int value, int divisor, int degree)
    {
        for (var bit = 31 - degree; bit >= 0; bit--) if (((value >> (bit + degree)) & 1) == 1) value ^= divisor << bit;
        return value;
    }

    private static int[] Powers()
    {
        var powers = new int[255];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++) powers[i] = powers[i - 1] < 128 ? powers[i - 1] * 2 : (powers[i - 1] * 2) ^ 285;
        return powers;
    }
}
