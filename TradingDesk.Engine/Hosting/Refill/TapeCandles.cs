using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Engine.Storage.Tape;

namespace TradingDesk.Engine.Hosting.Refill;

/// <summary>The candles that a tape proves, by re-running it: those that ended in a span, of the runs that are wanted. It passes over what
/// cannot be believed and stops when its time is over.</summary>
internal sealed class TapeCandles
{
    private readonly TapeReader _tape;
    private readonly TapeFollower _follower;
    private readonly JournalRerun? _journal;
    private readonly List<StoredCandle> _closed = [];
    private readonly Func<bool> _mayGoOn;
    private Instant _clock;

    /// <param name="folder">The folder of the tape.</param>
    /// <param name="from">Runs that started before are not looked at; null looks at all.</param>
    /// <param name="span">Candles that ended before the first moment or after the second are left out.</param>
    /// <param name="mayGoOn">Asked before each block.</param>
    public TapeCandles(string folder, Instant? from, (Instant From, Instant Through) span, Func<bool> mayGoOn)
    {
        _tape = new TapeReader(folder);
        _mayGoOn = mayGoOn;
        _journal = JournalRerun.Beside(folder);
        _follower = new TapeFollower(Wants, Take, _journal);

        bool Wants(Instant start)
        {
            if (start < from) return false;
            Begin ??= start;
            return true;
        }

        void Take(DeskPlan plan, in DeskFact fact)
        {
            _clock = fact.At;
            if (fact.Kind != FactKind.CandleClosed || fact.Candle.End < span.From || fact.Candle.End > span.Through) return;
            var instrument = plan.Instruments[fact.Instrument];
            _closed.Add(new StoredCandle(instrument.Segment, instrument.Token, fact.Candle));
        }
    }

    /// <summary>The start of the first run that was followed; null without any.</summary>
    public Instant? Begin { get; private set; }

    /// <summary>Where it stopped because its time was over; null when it came to the end.</summary>
    public Instant? StoppedAt { get; private set; }

    /// <summary>What was passed over, in sentences.</summary>
    public IReadOnlyList<string> PassedOver =>
        [.. _tape.PassedOver, .. _follower.Remarks.Where(remark => !remark.Contains("recorded by build", StringComparison.Ordinal))];

    public IEnumerable<StoredCandle> Read()
    {
        using var journal = _journal;
        foreach (var (block, hash, place) in _tape.Readable())
        {
            if (!_mayGoOn())
            {
                StoppedAt = _clock;
                yield break;
            }

            _follower.Feed(block, hash, place);
            _follower.GoOn();
            foreach (var candle in _closed) yield return candle;
            _closed.Clear();
        }
    }
}
