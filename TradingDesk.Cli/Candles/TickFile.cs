using TradingDesk.Cli.Csv;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Candles;

/// <summary>Reads a file of ticks row by row.</summary>
internal sealed class TickFile(string path) : IDisposable
{
    /// <summary>The columns of the file, in the order `simulate` writes them.</summary>
    public static readonly string[] Columns = ["time_ms", "exchange", "token", "price", "quantity", "day_volume"];

    private const int TimeColumn = 0;
    private const int ExchangeColumn = 1;
    private const int TokenColumn = 2;
    private const int PriceColumn = 3;
    private const int QuantityColumn = 4;
    private const int DayVolumeColumn = 5;

    /// <summary>1973 to 2100: seconds or microseconds by mistake fall outside.</summary>
    private const long MillisecondsLeast = 100_000_000_000;

    private const long MillisecondsMost = 4_102_444_800_000;

    /// <summary>More units than any instrument has, few enough that a candle's sum cannot overflow.</summary>
    private const long UnitsMost = 1_000_000_000_000;

    private const string TimeNeeded = "a time in whole milliseconds since 1970, between the years 1973 and 2100,";
    private const string ExchangeNeeded = "1 NSE, 2 NFO, 3 BSE, 4 BFO, 5 MCX, 7 NCDEX or 13 CDS";
    private const string TokenNeeded = "a whole number above 0";
    private const string PriceNeeded = "a price in rupees of at most 100,000,000 with at most four places";
    private const string UnitsNeeded = "a whole number from 0 to 1,000,000,000,000";

    private readonly CsvFile _file = new(path, Columns);

    public CsvFault? Fault => _file.Fault;

    public long Rows => _file.Rows;

    public long Position => _file.Position;

    public long Length => _file.Length;

    public bool Next(out TickRow row)
    {
        row = default;
        if (!_file.Next()) return false;
        if (!_file.TryWhole(TimeColumn, MillisecondsLeast, MillisecondsMost, TimeNeeded, out var milliseconds)) return false;
        if (!_file.TryWhole(ExchangeColumn, 1, byte.MaxValue, ExchangeNeeded, out var exchange)) return false;
        if (!Enum.IsDefined((Segment)exchange)) return Refuse(ExchangeColumn, ExchangeNeeded);
        if (!_file.TryWhole(TokenColumn, 1, int.MaxValue, TokenNeeded, out var token)) return false;
        if (!Price.TryParse(_file[PriceColumn], out var price)) return Refuse(PriceColumn, PriceNeeded);
        if (!_file.TryWhole(QuantityColumn, 0, UnitsMost, UnitsNeeded, out var quantity)) return false;
        var dayVolume = Tick.NoDayVolume;
        if (!_file[DayVolumeColumn].IsEmpty && !_file.TryWhole(DayVolumeColumn, 0, UnitsMost, UnitsNeeded, out dayVolume)) return false;
        row = new TickRow((Segment)exchange, (int)token, new Tick
        {
            Time = Instant.FromUnixMilliseconds(milliseconds),
            Last = price,
            LastQuantity = new Quantity(quantity),
            DayVolume = dayVolume,
        });
        return true;
    }

    /// <summary>Ends the reading at this row, which is of the future.</summary>
    public void RefuseTime() => _file.RefuseCell(TimeColumn, "a time that is not to come");

    /// <summary>Ends the reading at this row's token.</summary>
    public void RefuseInstrument(string reason) => _file.Refuse(TokenColumn, reason);

    public void Dispose() => _file.Dispose();

    private bool Refuse(int column, string needed)
    {
        _file.RefuseCell(column, needed);
        return false;
    }
}
