using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.Candles;

namespace TradingDesk.Engine.Storage.Sqlite.Revisions;

/// <summary>Counts what one revision does, in all and by instrument, timeframe and day.</summary>
internal sealed class RevisionTally
{
    private const long DaySeconds = 86_400;

    private readonly Dictionary<RevisionDay, DayTally> _days = [];
    private readonly long[] _effects = new long[Enum.GetValues<RevisionEffect>().Length];
    private RevisionDay _day;
    private DayTally? _tally;
    private long _dayFrom;

    public IReadOnlyDictionary<RevisionDay, DayTally> Days => _days;

    public long Earliest { get; private set; } = long.MaxValue;

    public long Latest { get; private set; } = long.MinValue;

    public void Count(in StoredCandle stored, RevisionEffect effect)
    {
        _effects[(int)effect]++;
        if (effect is not (RevisionEffect.Added or RevisionEffect.Replaced)) return;
        var second = stored.Candle.Start.UnixSeconds;
        Earliest = Math.Min(Earliest, second);
        Latest = Math.Max(Latest, second);
        var tally = DayOf(stored, second);
        tally.Earliest = Math.Min(tally.Earliest, second);
        if (effect == RevisionEffect.Added) tally.Added++;
        else tally.Replaced++;
    }

    /// <summary>What became of all; the number counts only when anything changed.</summary>
    public RevisionOutcome Outcome(long number)
    {
        var (added, replaced) = (_effects[(int)RevisionEffect.Added], _effects[(int)RevisionEffect.Replaced]);
        return new RevisionOutcome
        {
            Number = added + replaced > 0 ? number : null,
            Added = added,
            Replaced = replaced,
            Same = _effects[(int)RevisionEffect.Same],
            Kept = _effects[(int)RevisionEffect.Kept],
        };
    }

    /// <summary>Candles mostly come in the order of their days, so the last one is remembered.</summary>
    private DayTally DayOf(in StoredCandle stored, long second)
    {
        var isSameSeries = _tally is not null && stored.Token == _day.Token && stored.Segment == _day.Segment
            && stored.Candle.Seconds == _day.TimeframeSeconds;
        if (isSameSeries && second >= _dayFrom && second < _dayFrom + DaySeconds) return _tally!;
        var date = stored.Candle.Start.IndiaDate;
        _day = new RevisionDay(stored.Segment, stored.Token, stored.Candle.Seconds, date);
        _dayFrom = Instant.FromIndiaMidnight(date).UnixSeconds;
        if (!_days.TryGetValue(_day, out _tally)) _days.Add(_day, _tally = new DayTally());
        return _tally;
    }

    /// <summary>One day's counts.</summary>
    internal sealed class DayTally
    {
        public long Added { get; set; }

        public long Replaced { get; set; }

        public long Earliest { get; set; } = long.MaxValue;
    }
}
