using System.Buffers;

namespace TradingDesk.Cli.Csv;

/// <summary>Comma-separated rows of a text, one at a time in the same memory: quoted cells, any line end, blank lines left out.</summary>
internal sealed class CsvRows(TextReader text)
{
    /// <summary>A row beyond this is no row of ours but a quote that was never closed, or no text at all.</summary>
    public const int RowLengthMost = 65_536;

    private const int NoMore = -1;

    private static readonly SearchValues<char> _stops = SearchValues.Create(",\"\r\n");

    private readonly char[] _read = new char[32_768];
    private readonly char[] _row = new char[RowLengthMost];
    private readonly List<int> _ends = [];
    private int _at;
    private int _end;
    private int _length;
    private long _nextLine = 1;

    /// <summary>The line on which the row begins, from 1.</summary>
    public long Line { get; private set; }

    public int Cells => _ends.Count;

    /// <summary>Why there is no further row though the text goes on; empty otherwise.</summary>
    public string Problem { get; private set; } = "";

    /// <summary>A cell without quotes and blanks around it.</summary>
    public ReadOnlySpan<char> this[int cell]
    {
        get
        {
            var start = cell == 0 ? 0 : _ends[cell - 1];
            return _row.AsSpan(start, _ends[cell] - start).Trim();
        }
    }

    public bool TryRead()
    {
        do
        {
            if (!TryReadLine()) return false;
        }
        while (_ends.Count == 1 && this[0].IsEmpty);
        return true;
    }

    private bool TryReadLine()
    {
        _ends.Clear();
        _length = 0;
        Line = _nextLine;
        var any = false;
        while (Problem.Length == 0)
        {
            if (_at == _end && !Refill())
            {
                if (any) _ends.Add(_length);
                return any;
            }

            any = true;
            var rest = _read.AsSpan(_at, _end - _at);
            var stop = rest.IndexOfAny(_stops);
            Take(stop < 0 ? rest : rest[..stop]);
            _at += stop < 0 ? rest.Length : stop + 1;
            if (stop >= 0 && EndsRow(_read[_at - 1])) return true;
        }

        return false;
    }

    /// <summary>Acts on a comma, quote or line end; true when the row is whole.</summary>
    private bool EndsRow(char stop)
    {
        switch (stop)
        {
            case ',':
                _ends.Add(_length);
                return false;
            case '"' when _length == (_ends.Count == 0 ? 0 : _ends[^1]):
                TakeQuoted();
                return false;
            case '"':
                Take("\"");
                return false;
            default:
                if (stop == '\r' && Peek() == '\n') _at++;
                _nextLine++;
                _ends.Add(_length);
                return true;
        }
    }

    /// <summary>Takes everything up to the closing quote; two quotes stand for one.</summary>
    private void TakeQuoted()
    {
        while (Problem.Length == 0)
        {
            if (_at == _end && !Refill())
            {
                Problem = "a quote is opened and never closed";
                return;
            }

            var rest = _read.AsSpan(_at, _end - _at);
            var quote = rest.IndexOf('"');
            var inside = quote < 0 ? rest : rest[..quote];
            _nextLine += inside.Count('\n');
            Take(inside);
            _at += quote < 0 ? rest.Length : quote + 1;
            if (quote < 0) continue;
            if (Peek() is not '"' and var after)
            {
                if (after is not (',' or '\r' or '\n' or NoMore)) Problem = "something follows a closing quote";
                return;
            }

            _at++;
            Take("\"");
        }
    }

    private void Take(ReadOnlySpan<char> piece)
    {
        if (_length + piece.Length > RowLengthMost)
        {
            Problem = "the row is longer than 65,536 characters: a quote that is never closed, or no text file";
            return;
        }

        piece.CopyTo(_row.AsSpan(_length));
        _length += piece.Length;
    }

    private int Peek() => _at < _end || Refill() ? _read[_at] : NoMore;

    private bool Refill()
    {
        _at = 0;
        _end = text.Read(_read, 0, _read.Length);
        return _end > 0;
    }
}
