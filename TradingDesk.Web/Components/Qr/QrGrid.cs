namespace TradingDesk.Web.Components.Qr;

/// <summary>A QR code's modules while they are laid: which are dark, and which are pattern and take no data.</summary>
internal sealed class QrGrid
{
    /// <summary>The row and the column that carry the timing pattern.</summary>
    public const int Timing = 6;

    private const int FinderReach = 4;

    private readonly QrVersion _version;
    private readonly bool[,] _dark;
    private readonly bool[,] _pattern;

    /// <summary>With every pattern and the places of format and version taken; the format itself comes with the mask.</summary>
    public QrGrid(QrVersion version)
    {
        _version = version;
        _dark = new bool[Size, Size];
        _pattern = new bool[Size, Size];
        for (var i = 0; i < Size; i++)
        {
            Lay(Timing, i, i % 2 == 0);
            Lay(i, Timing, i % 2 == 0);
        }

        LayFinder(3, 3);
        LayFinder(Size - 4, 3);
        LayFinder(3, Size - 4);
        LayAlignments();
        LayFormat(0);
        LayVersion();
    }

    public int Size => _version.Size;

    public bool IsDark(int x, int y) => _dark[y, x];

    /// <summary>Bits of the codewords go up and down in columns of two from the right, around the timing column.</summary>
    public void LayData(ReadOnlySpan<byte> codewords)
    {
        var bit = 0;
        foreach (var (x, y) in DataPlaces())
        {
            // What is left over at the end stays light.
            if (bit < codewords.Length * 8) _dark[y, x] = ((codewords[bit / 8] >> (7 - (bit % 8))) & 1) == 1;
            bit++;
        }
    }

    /// <summary>Turns every data module that the mask names; the same mask once more undoes it.</summary>
    public void Mask(int mask)
    {
        foreach (var (x, y) in DataPlaces()) _dark[y, x] ^= QrMask.Turns(mask, x, y);
    }

    /// <summary>Error correction M and the mask, twice, so that either copy may be lost.</summary>
    public void LayFormat(int mask)
    {
        var bits = QrBits.FormatOf(mask);
        for (var i = 0; i < 15; i++)
        {
            var isDark = ((bits >> i) & 1) == 1;
            // Down the column beside the upper left finder and back along its row, both around the timing lines.
            var row = i < 6 ? i : i < 8 ? i + 1 : 8;
            var column = i < 8 ? 8 : i < 9 ? 7 : 14 - i;
            Lay(column, row, isDark);
            if (i < 8) Lay(Size - 1 - i, 8, isDark);
            else Lay(8, Size - 15 + i, isDark);
        }

        Lay(8, Size - 8, isDark: true);
    }

    private IEnumerable<(int X, int Y)> DataPlaces()
    {
        for (var right = Size - 1; right >= 1; right -= 2)
        {
            if (right == Timing) right--;
            var isUpward = ((right + 1) & 2) == 0;
            for (var step = 0; step < Size * 2; step++)
            {
                var (x, y) = (right - (step % 2), isUpward ? Size - 1 - (step / 2) : step / 2);
                if (!_pattern[y, x]) yield return (x, y);
            }
        }
    }

    private void LayFinder(int centreX, int centreY)
    {
        for (var dy = -FinderReach; dy <= FinderReach; dy++)
        {
            for (var dx = -FinderReach; dx <= FinderReach; dx++)
            {
                var (x, y, ring) = (centreX + dx, centreY + dy, Math.Max(Math.Abs(dx), Math.Abs(dy)));
                if (x >= 0 && x < Size && y >= 0 && y < Size) Lay(x, y, ring is not (2 or FinderReach));
            }
        }
    }

    private void LayAlignments()
    {
        var last = Size - 7;
        foreach (var x in _version.Alignments)
        {
            // Finders stand in three of the corners.
            foreach (var y in _version.Alignments.Where(y => (x, y) is not (6, 6) && (x, y) != (6, last) && (x, y) != (last, 6)))
                LayAlignment(x, y);
        }
    }

    private void LayAlignment(int centreX, int centreY)
    {
        for (var dy = -2; dy <= 2; dy++)
        {
            for (var dx = -2; dx <= 2; dx++) Lay(centreX + dx, centreY + dy, Math.Max(Math.Abs(dx), Math.Abs(dy)) != 1);
        }
    }

    /// <summary>From version 7 on a code tells its own size, twice.</summary>
    private void LayVersion()
    {
        if (_version.Number < 7) return;
        var bits = QrBits.VersionOf(_version.Number);
        for (var i = 0; i < 18; i++)
        {
            var (across, along, isDark) = (Size - 11 + (i % 3), i / 3, ((bits >> i) & 1) == 1);
            Lay(across, along, isDark);
            Lay(along, across, isDark);
        }
    }

    private void Lay(int x, int y, bool isDark)
    {
        _dark[y, x] = isDark;
        _pattern[y, x] = true;
    }
}
