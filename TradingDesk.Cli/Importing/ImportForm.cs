using System.Globalization;
using TradingDesk.Cli.Candles;
using TradingDesk.Cli.Csv;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Importing;

/// <summary>A form that files of candles come in: how it is recognised, where its cells stand, what its times label by default.</summary>
internal sealed record ImportForm(string Name, bool HasHeader, bool LabelsEnd)
{
    private const string NumberNeeded = "a price in rupees above 0 with at most four places";
    private const long VolumeMost = 1_000_000_000_000;
    private const int VendorCellsLeast = 7;
    private const int VendorCellsMost = 9;

    private static readonly string[] _header = ["time", "open", "high", "low", "close", "volume"];
    private static readonly string[] _vendorTimes = ["HH:mm", "HH:mm:ss"];

    private int[] _places = [];
    private int _ticksPlace = -1;
    private int _cells;

    public static string Known =>
        $"the desk's own rows below the header {string.Join(',', _header)}, each once, or a vendor's rows "
        + "symbol,yyyymmdd,HH:MM,open,high,low,close,volume without a header";

    /// <summary>What the name of its default label says of it.</summary>
    public string LabelRule => LabelsEnd ? "vendors of this form label a candle by its end" : "the desk labels a candle by its start";

    /// <summary>The form of a file by its first row; null for one the desk does not know.</summary>
    public static ImportForm? Of(CsvRows row)
    {
        var names = new string[row.Cells];
        for (var cell = 0; cell < names.Length; cell++) names[cell] = row[cell].ToString().ToLowerInvariant();
        if (Array.TrueForAll(_header, name => names.Count(name.Equals) == 1))
        {
            return new ImportForm("the desk's own form", HasHeader: true, LabelsEnd: false)
            {
                _places = [.. _header.Select(name => Array.IndexOf(names, name))],
                _ticksPlace = Array.IndexOf(names, "ticks"),
                _cells = names.Length,
            };
        }

        var isVendor = row.Cells is >= VendorCellsLeast and <= VendorCellsMost && TryVendorTime(row[1], row[2], out _);
        if (!isVendor) return null;
        return new ImportForm("a vendor's form", HasHeader: false, LabelsEnd: true)
        {
            _places = [2, 3, 4, 5, 6, row.Cells > VendorCellsLeast ? 7 : -1],
            _cells = row.Cells,
        };
    }

    /// <summary>Reads a row, or says what is wrong with it.</summary>
    public string TryRead(CsvRows row, out ImportRow read)
    {
        read = default;
        if (row.Cells != _cells) return string.Create(CultureInfo.InvariantCulture, $"it has {row.Cells} cells, the first row {_cells}");
        if (ReadTime(row, out var label) is { Length: > 0 } noTime) return noTime;
        Span<Price> prices = stackalloc Price[4];
        for (var place = 0; place < prices.Length; place++)
        {
            var text = row[_places[place + 1]];
            if (!Price.TryParse(text, out prices[place]) || prices[place].Scaled <= 0)
                return $"{_header[place + 1]} is {Shown(text)}; {NumberNeeded} is needed";
        }

        var (open, high, low, close) = (prices[0], prices[1], prices[2], prices[3]);
        if (high < low) return $"the high {high} is below the low {low}";
        if (open > high || open < low) return $"the open {open} is not between the low {low} and the high {high}";
        if (close > high || close < low) return $"the close {close} is not between the low {low} and the high {high}";
        if (ReadCounts(row, out var volume, out var ticks) is { Length: > 0 } noCount) return noCount;
        var symbol = HasHeader ? "" : string.Intern(row[0].ToString());
        read = new ImportRow(row.Line, symbol, label)
        {
            Open = open,
            High = high,
            Low = low,
            Close = close,
            Volume = volume,
            Ticks = ticks,
        };
        return "";
    }

    private string ReadTime(CsvRows row, out Instant label)
    {
        if (HasHeader)
        {
            var text = row[_places[0]];
            return CandleTime.TryParse(text, out label) ? "" : $"time is {Shown(text)}; {CandleTime.Needed.TrimEnd(',')} is needed";
        }

        return TryVendorTime(row[1], row[2], out label)
            ? "" : $"the day and time are {Shown(row[1])} and {Shown(row[2])}; yyyymmdd and HH:MM or HH:MM:SS are needed";
    }

    private string ReadCounts(CsvRows row, out long volume, out int ticks)
    {
        (volume, ticks) = (0, 1);
        var volumePlace = _places[^1];
        if (volumePlace >= 0 && !(TryWhole(row[volumePlace], out volume) && volume <= VolumeMost))
            return $"volume is {Shown(row[volumePlace])}; a whole number from 0 to 1,000,000,000,000 is needed";
        if (_ticksPlace < 0 || row[_ticksPlace].IsEmpty) return "";
        if (!TryWhole(row[_ticksPlace], out var number) || number is < 1 or > int.MaxValue)
            return $"ticks is {Shown(row[_ticksPlace])}; a whole number above 0 is needed";
        ticks = (int)number;
        return "";
    }

    private static bool TryWhole(ReadOnlySpan<char> text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static bool TryVendorTime(ReadOnlySpan<char> day, ReadOnlySpan<char> time, out Instant moment)
    {
        moment = default;
        if (!DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return false;
        if (!TimeOnly.TryParseExact(time, _vendorTimes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock)) return false;
        moment = Instant.FromIndiaMidnight(date).PlusSeconds((long)clock.ToTimeSpan().TotalSeconds);
        return true;
    }

    private static string Shown(ReadOnlySpan<char> text) => text.IsEmpty ? "empty" : CommandLine.Echo.Of(text);
}
