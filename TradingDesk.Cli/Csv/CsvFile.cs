using System.Globalization;
using System.Text;
using TradingDesk.Cli.CommandLine;

namespace TradingDesk.Cli.Csv;

/// <summary>A file of rows under a header: the wanted columns in any order, others left aside, ended by the first malformed row.</summary>
internal sealed class CsvFile : IDisposable
{
    private readonly string _name;
    private readonly FileStream _stream;
    private readonly StreamReader _text;
    private readonly CsvRows _rows;
    private readonly string[] _wanted;
    private readonly int[] _places;
    private readonly string[] _header;

    /// <param name="columns">The columns that must be there; cells are asked for by their place in this list.</param>
    public CsvFile(string path, string[] columns)
    {
        _name = Path.GetFileName(path);
        _stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);
        _text = new StreamReader(_stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 1 << 16);
        _rows = new CsvRows(_text);
        _wanted = columns;
        _header = ReadHeader();
        _places = [.. columns.Select(column => Array.IndexOf(_header, column))];
        if (Fault is null) CheckHeader();
    }

    /// <summary>Where and why reading stopped; null while all is well.</summary>
    public CsvFault? Fault { get; private set; }

    /// <summary>Rows read under the header.</summary>
    public long Rows { get; private set; }

    /// <summary>Roughly how much of the file is read, for progress.</summary>
    public long Position => _stream.Position;

    public long Length => _stream.Length;

    public ReadOnlySpan<char> this[int column] => _rows[_places[column]];

    public bool Next()
    {
        if (Fault is not null) return false;
        if (!_rows.TryRead())
        {
            if (_rows.Problem.Length > 0) Refuse(_rows.Line, Math.Max(_rows.Cells, 1), _rows.Problem);
            return false;
        }

        Rows++;
        if (_rows.Cells == _header.Length) return true;
        var column = Math.Min(_rows.Cells, _header.Length) + 1;
        Refuse(_rows.Line, column, string.Create(CultureInfo.InvariantCulture,
            $"the row has {_rows.Cells} cells, the header {_header.Length}"));
        return false;
    }

    /// <summary>Ends the reading at this row's column.</summary>
    public void Refuse(int column, string reason) => Refuse(_rows.Line, _places[column] + 1, reason);

    /// <summary>Ends the reading at this row's column, naming what stands there.</summary>
    public void RefuseCell(int column, string needed) =>
        Refuse(column, $"{(this[column].IsEmpty ? "nothing" : Echo.Of(this[column]))} stands there, {needed} is needed");

    /// <summary>Reads a whole number of plain digits.</summary>
    public bool TryWhole(int column, long least, long most, string needed, out long number)
    {
        if (long.TryParse(this[column], NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most)
            return true;
        RefuseCell(column, needed);
        return false;
    }

    public void Dispose()
    {
        _text.Dispose();
        _stream.Dispose();
    }

    private string[] ReadHeader()
    {
        if (!_rows.TryRead())
        {
            Refuse(1, 1, _rows.Problem.Length > 0 ? _rows.Problem : $"the file is empty; {Needed}");
            return [];
        }

        var header = new string[_rows.Cells];
        for (var cell = 0; cell < header.Length; cell++) header[cell] = _rows[cell].ToString().ToLowerInvariant();
        return header;
    }

    private void CheckHeader()
    {
        for (var i = 0; i < _wanted.Length && Fault is null; i++)
        {
            var last = Array.LastIndexOf(_header, _wanted[i]);
            if (last < 0) Refuse(_rows.Line, 1, $"the header lacks {_wanted[i]}; {Needed}");
            else if (last != _places[i]) Refuse(_rows.Line, last + 1, $"the header names {_wanted[i]} twice; {Needed}");
        }
    }

    private string Needed => $"the columns {string.Join(',', _wanted)} are needed{(IsOtherwiseSeparated ? ", separated by commas" : "")}";

    private bool IsOtherwiseSeparated => _header is [var only] && only.IndexOfAny([';', '\t', '|']) >= 0;

    private void Refuse(long line, int column, string reason) =>
        Fault ??= new CsvFault(_name, line, column, column <= (_header?.Length ?? 0) ? Plain(_header![column - 1]) : "", reason);

    private static string Plain(string name) => Echo.Of(name).Trim('\'');
}
