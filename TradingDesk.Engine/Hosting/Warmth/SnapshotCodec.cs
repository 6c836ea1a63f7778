using System.Text;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Hosting.Warmth;

/// <summary>
/// All indicators' states as bytes: the lists' texts, the timeframes, then per instrument its segment and token, and per timeframe which
/// list, the first candle not seen and the words; last the revision of the candle store that they were grown from, 0 when it is missing.
/// </summary>
internal static class SnapshotCodec
{
    /// <summary>Raised when the bytes or any indicator's words mean something else; an older format is started cold.</summary>
    public const int Format = 1;

    public static byte[] Write(StateCopy copy, InstrumentTable instruments, long revision = 0)
    {
        using var bytes = new MemoryStream();
        using var to = new BinaryWriter(bytes, Encoding.UTF8);
        var lists = new List<string>();
        foreach (ref readonly var place in copy.Places)
        {
            if (!lists.Contains(place.List)) lists.Add(place.List);
        }

        to.Write(lists.Count);
        foreach (var list in lists) to.Write(list);
        to.Write(copy.Timeframes.Count);
        foreach (var timeframe in copy.Timeframes) to.Write(timeframe.Seconds);
        to.Write(instruments.Count);
        for (var index = 0; index < copy.Places.Length; index++)
        {
            ref readonly var place = ref copy.Places[index];
            if (index % copy.Timeframes.Count == 0) WriteKey(instruments[new InstrumentId(index / copy.Timeframes.Count)], to);
            to.Write(lists.IndexOf(place.List));
            to.Write(place.NextStart.Nanos);
            to.Write(place.Words);
            foreach (var word in copy.WordsOf(place)) to.Write(word);
        }

        to.Write(revision);
        to.Flush();
        return bytes.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote, by instrument; null for anything else.</summary>
    public static Dictionary<(Segment Segment, int Token), RestoredInstrument>? TryRead(ReadOnlyMemory<byte> bytes) =>
        TryRead(bytes, out _);

    /// <inheritdoc cref="TryRead(ReadOnlyMemory{byte})"/>
    public static Dictionary<(Segment Segment, int Token), RestoredInstrument>? TryRead(ReadOnlyMemory<byte> bytes, out long revision)
    {
        revision = 0;
        try
        {
            using var from = new BinaryReader(new MemoryStream(bytes.ToArray()), Encoding.UTF8);
            var lists = Many(from, from.ReadString);
            var timeframes = Many(from, from.ReadInt32);
            var restored = new Dictionary<(Segment, int), RestoredInstrument>();
            for (var left = from.ReadInt32(); left > 0; left--)
            {
                var key = ((Segment)from.ReadInt32(), from.ReadInt32());
                restored.Add(key, new RestoredInstrument(timeframes.ToDictionary(seconds => seconds, _ => ReadSet(from, lists))));
            }

            if (from.BaseStream.Position < from.BaseStream.Length) revision = from.ReadInt64();
            return restored;
        }
        catch (Exception strange) when (strange is IOException or ArgumentException or FormatException or OverflowException)
        {
            return null;
        }
    }

    private static void WriteKey(Instrument instrument, BinaryWriter to)
    {
        to.Write((int)instrument.Segment);
        to.Write(instrument.Token);
    }

    private static SavedSet ReadSet(BinaryReader from, List<string> lists)
    {
        var list = lists[from.ReadInt32()];
        var nextStart = new Instant(from.ReadInt64());
        var words = new long[from.ReadInt32()];
        for (var i = 0; i < words.Length; i++) words[i] = from.ReadInt64();
        return new SavedSet(list, nextStart, words);
    }

    private static List<T> Many<T>(BinaryReader from, Func<T> read)
    {
        var all = new List<T>();
        for (var left = from.ReadInt32(); left > 0; left--) all.Add(read());
        return all;
    }
}
