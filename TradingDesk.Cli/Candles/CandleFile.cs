using System.Globalization;
using TradingDesk.Cli.Csv;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Candles;

/// <summary>Reads a file of candles row by row.</summary>
internal sealed class CandleFile(string path) : IDisposable
{
    private static readonly string[] _columns = ["time", "open", "high", "low", "close", "volume"];

    private const int TimeColumn = 0;
    private const int OpenColumn = 1;
    private const int HighColumn = 2;
    private const int LowColumn = 3;
    private const int CloseColumn = 4;
    private const int VolumeColumn = 5;

    /// <summary>Beyond any price and any volume, far below where sums would lose the small digits or overflow.</summary>
    private const double Most = 1e15;

    private readonly CsvFile _file = new(path, _columns);

    public CsvFault? Fault => _file.Fault;

    public long Rows => _file.Rows;

    public long Position => _file.Position;

    public long Length => _file.Length;

    /// <summary>The row's time as it is written.</summary>
    public ReadOnlySpan<char> TimeText => _file[TimeColumn];

    public bool Next(out Instant time, out CandleValues values)
    {
        (time, values) = (default, default);
        if (!_file.Next()) return false;
        if (!CandleTime.TryParse(_file[TimeColumn], out time))
        {
            _file.RefuseCell(TimeColumn, CandleTime.Needed);
            return false;
        }

        if (!TryNumber(OpenColumn, -Most, out var open) || !TryNumber(HighColumn, -Most, out var high)) return false;
        if (!TryNumber(LowColumn, -Most, out var low) || !TryNumber(CloseColumn, -Most, out var close)) return false;
        if (!TryNumber(VolumeColumn, 0, out var volume)) return false;
        if (high < low)
        {
            _file.Refuse(HighColumn, string.Create(CultureInfo.InvariantCulture, $"the high {high} is below the low {low}"));
            return false;
        }

        values = new CandleValues(open, high, low, close, volume);
        return true;
    }

    public void Dispose() => _file.Dispose();

    private bool TryNumber(int column, double least, out double number)
    {
        var isNumber = double.TryParse(_file[column], NumberStyles.Float, CultureInfo.InvariantCulture, out number);
        if (isNumber && number >= least && number <= Most) return true;
        _file.RefuseCell(column, least < 0 ? "a number within ±1e15" : "a number from 0 to 1e15");
        return false;
    }
}
