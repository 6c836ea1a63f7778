using System.Globalization;
using System.Text;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Files;

/// <summary>Writes rows of cells to a file without allocating per row; the file is open only while a full buffer is appended.</summary>
/// <remarks>So thousands of files can be written side by side.</remarks>
internal sealed class RowWriter(string path, int capacity)
{
    private const int LongestNumber = 40;
    private readonly byte[] _buffer = new byte[capacity];
    private int _length;
    private bool _rowBegun;

    public long Rows { get; private set; }

    public void Cell(long number)
    {
        Begin(LongestNumber);
        number.TryFormat(_buffer.AsSpan(_length), out var written, default, CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>Rupees with two to four places, as Price.ToString writes them.</summary>
    public void Cell(Price price)
    {
        Begin(LongestNumber);
        if (price.Scaled < 0) _buffer[_length++] = (byte)'-';
        var (rupees, fraction) = Math.DivRem(Math.Abs(price.Scaled), Price.Scale);
        rupees.TryFormat(_buffer.AsSpan(_length), out var written, default, CultureInfo.InvariantCulture);
        _length += written;
        _buffer[_length++] = (byte)'.';
        var unit = Price.Scale / 10;
        for (var place = 0; unit > 0 && (place < 2 || fraction > 0); place++, unit /= 10)
        {
            _buffer[_length++] = (byte)('0' + (fraction / unit));
            fraction %= unit;
        }
    }

    /// <summary>The shortest text that reads back as the same number; nothing for one that is not a number yet.</summary>
    public void Cell(double number)
    {
        Begin(LongestNumber);
        if (double.IsNaN(number)) return;
        number.TryFormat(_buffer.AsSpan(_length), out var written, "R", CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>Text, in quotes where it needs them.</summary>
    public void Cell(ReadOnlySpan<char> text)
    {
        var plain = text.IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.ToString().Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        Begin(Encoding.UTF8.GetMaxByteCount(plain.Length));
        _length += Encoding.UTF8.GetBytes(plain, _buffer.AsSpan(_length));
    }

    public void EndRow()
    {
        _buffer[_length++] = (byte)'\n';
        _rowBegun = false;
        Rows++;
    }

    public void Flush()
    {
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        file.Write(_buffer.AsSpan(0, _length));
        _length = 0;
    }

    /// <summary>Makes room for the cell, a comma before it and the row's end after it.</summary>
    private void Begin(int bytes)
    {
        if (_length + bytes + 2 > _buffer.Length) Flush();
        if (_rowBegun) _buffer[_length++] = (byte)',';
        _rowBegun = true;
    }
}
