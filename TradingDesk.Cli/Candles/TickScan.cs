using System.Globalization;
using TradingDesk.Cli.Csv;
using TradingDesk.Engine.Feeds;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Candles;

/// <summary>What a first reading of a file of ticks finds: its instruments and first moment, or the row that is malformed.</summary>
internal sealed record TickScan(InstrumentTable Instruments, Instant First, CsvFault? Fault)
{
    /// <summary>The desk's memory is laid out for every instrument at the start; a file with more than this is garbage.</summary>
    private const int InstrumentsMost = 20_000;

    /// <param name="path">The file.</param>
    /// <param name="progress">Is told how far the reading is.</param>
    /// <param name="cancelled">Ends the reading.</param>
    /// <param name="known">The instruments that may be in it; without it the built-in list.</param>
    /// <param name="now">A tick stamped later is refused: it would end every candle before its time.</param>
    public static TickScan Of(
        string path, Action<long, long> progress, CancellationToken cancelled, IEnumerable<Instrument>? known = null,
        Instant? now = null)
    {
        using var file = new TickFile(path);
        var found = new Dictionary<(Segment, int), Instrument>();
        var listed = (known ?? ListedInstruments.Read().Instruments).ToDictionary(instrument => (instrument.Segment, instrument.Token));
        var first = default(Instant);
        while (file.Next(out var row))
        {
            if (row.Time > now)
            {
                file.RefuseTime();
                break;
            }

            if (first == default) first = row.Time;
            var key = (row.Segment, row.Token);
            if (!found.ContainsKey(key)) found.Add(key, listed.TryGetValue(key, out var one) ? one : MadeUp(row));
            if (found.Count > InstrumentsMost)
            {
                file.RefuseInstrument(string.Create(CultureInfo.InvariantCulture, $"it makes more than {InstrumentsMost:N0} instruments"));
                break;
            }

            if ((file.Rows & 0x3FFF) != 0) continue;
            cancelled.ThrowIfCancellationRequested();
            progress(file.Position, file.Length);
        }

        return new TickScan(new InstrumentTable(found.Values), first, file.Fault);
    }

    /// <summary>An instrument that no list knows; candles need no more than its key.</summary>
    private static Instrument MadeUp(in TickRow row)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"T{row.Token}");
        return new Instrument(row.Segment, row.Token, name, name, InstrumentKind.Equity) { Verified = false };
    }
}
