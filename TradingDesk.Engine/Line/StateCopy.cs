using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line;

/// <summary>
/// The indicators' states of one moment: filled by the engine when its reader is done with the last one, and passed over when it is not.
/// The engine never waits for it.
/// </summary>
internal sealed class StateCopy
{
    /// <summary>In the place of a list: the state is no such list's, for it began without history.</summary>
    public const string Cold = "cold";

    private long[] _words = [];
    private SavedPlace[] _places = [];
    private bool _isFull;
    private int _used;

    /// <summary>Whether it holds a moment that its reader has not taken yet.</summary>
    public bool IsFull => Volatile.Read(ref _isFull);

    public Instant MarketTime { get; private set; }

    /// <summary>The newest fact when it was made: every candle the indicators have seen was told up to it.</summary>
    public long AfterFact { get; private set; }

    public int IndicatorVersion { get; private set; }

    public IReadOnlyList<Timeframe> Timeframes { get; private set; } = [];

    /// <summary>Per instrument and timeframe, instrument by instrument.</summary>
    public ReadOnlySpan<SavedPlace> Places => _places;

    public ReadOnlySpan<long> WordsOf(in SavedPlace place) => _words.AsSpan(place.First, place.Words);

    /// <summary>The engine's: begins a moment; buffers grow only when the indicators did.</summary>
    public void Begin(Instant marketTime, long afterFact, int indicatorVersion, IReadOnlyList<Timeframe> timeframes, int places, int words)
    {
        (MarketTime, AfterFact, IndicatorVersion, Timeframes) = (marketTime, afterFact, indicatorVersion, timeframes);
        if (_places.Length != places) _places = new SavedPlace[places];
        if (_words.Length < words) _words = new long[words];
        _used = 0;
    }

    /// <summary>The engine's: the words of the next place, to be written.</summary>
    public Span<long> Add(int place, string list, Instant nextStart, int words)
    {
        _places[place] = new SavedPlace(list, nextStart, _used, words);
        _used += words;
        return _words.AsSpan(_used - words, words);
    }

    /// <summary>The engine's: hands it over.</summary>
    public void Publish() => Volatile.Write(ref _isFull, true);

    /// <summary>The reader's: gives it back.</summary>
    public void Release() => Volatile.Write(ref _isFull, false);

    /// <summary>Where one set's words stand, which list it is of and the earliest start of a candle it has not seen.</summary>
    public readonly record struct SavedPlace(string List, Instant NextStart, int First, int Words);
}
