using System.Globalization;
using TradingDesk.Cli.Files;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Candles;

/// <summary>The files that candles go to, one per instrument and timeframe, made when their first candle comes.</summary>
internal sealed class CandleFiles(string folder, InstrumentTable instruments, IEnumerable<Timeframe> timeframes)
{
    /// <summary>Small, for there may be thousands of files.</summary>
    private const int BufferBytes = 4_096;

    private static readonly string[] _columns = ["time", "open", "high", "low", "close", "volume", "ticks"];

    private readonly Dictionary<(InstrumentId, int), RowWriter> _files = [];
    private readonly HashSet<int> _wanted = [.. timeframes.Select(timeframe => timeframe.Seconds)];
    private readonly SortedDictionary<int, long> _written = [];

    public int Count => _files.Count;

    /// <summary>Candles by timeframe.</summary>
    public IReadOnlyDictionary<int, long> Written => _written;

    /// <summary>Candles of which the file lacks the end.</summary>
    public long CutShort { get; private set; }

    /// <summary>Candles that had begun before the file's first tick.</summary>
    public long BegunBefore { get; private set; }

    public void Write(InstrumentId id, in Candle candle, bool isCut)
    {
        if (!_wanted.Contains(candle.Seconds)) return;
        var file = FileOf(id, candle.Seconds);
        file.Cell(candle.Start.UnixSeconds);
        file.Cell(candle.Open);
        file.Cell(candle.High);
        file.Cell(candle.Low);
        file.Cell(candle.Close);
        file.Cell(candle.Volume);
        file.Cell(candle.Ticks);
        file.EndRow();
        _written[candle.Seconds] = _written.GetValueOrDefault(candle.Seconds) + 1;
        if (isCut) CutShort++;
        if (candle.Quality.HasFlag(CandleQuality.Partial)) BegunBefore++;
    }

    public void Flush()
    {
        foreach (var file in _files.Values) file.Flush();
    }

    /// <summary>`1-2885-60.csv`: the exchange type, the token and the timeframe in seconds or `day`.</summary>
    private RowWriter FileOf(InstrumentId id, int seconds)
    {
        if (_files.TryGetValue((id, seconds), out var file)) return file;
        var instrument = instruments[id];
        var timeframe = new Timeframe(seconds);
        var name = string.Create(CultureInfo.InvariantCulture, $"{(int)instrument.Segment}-{instrument.Token}-{timeframe}.csv");
        file = new RowWriter(Path.Combine(folder, name), BufferBytes);
        foreach (var column in _columns) file.Cell(column);
        file.EndRow();
        _files.Add((id, seconds), file);
        return file;
    }
}
