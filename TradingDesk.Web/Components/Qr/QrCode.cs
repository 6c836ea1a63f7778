using System.Text;

namespace TradingDesk.Web.Components.Qr;

/// <summary>A text as a square of dark and light modules that a camera reads: ISO/IEC 18004, bytes, error correction M.</summary>
public sealed class QrCode
{
    private readonly QrGrid _grid;

    private QrCode(QrGrid grid) => _grid = grid;

    /// <summary>Modules in each direction, without the light margin around them.</summary>
    public int Size => _grid.Size;

    public bool IsDark(int x, int y) => _grid.IsDark(x, y);

    /// <summary>The smallest code of a text, by the mask that misleads least; null when the text is longer than any.</summary>
    public static QrCode? Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (QrVersion.For(bytes.Length) is not { } version) return null;
        var grid = new QrGrid(version);
        grid.LayData(QrCodewords.Of(bytes, version));
        var best = Enumerable.Range(0, QrMask.Count).MinBy(mask => PenaltyOf(grid, mask));
        grid.Mask(best);
        grid.LayFormat(best);
        return new QrCode(grid);
    }

    /// <summary>How the code would stand under that mask; the grid is left as it was.</summary>
    private static int PenaltyOf(QrGrid grid, int mask)
    {
        grid.Mask(mask);
        grid.LayFormat(mask);
        var penalty = QrMask.PenaltyOf(grid);
        grid.Mask(mask);
        return penalty;
    }
}
