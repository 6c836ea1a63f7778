using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation;

/// <summary>Makes quotes of the board's levels, and says which are stale; a quote that did not change keeps its reference.</summary>
internal sealed class QuoteSampler
{
    /// <summary>Real seconds without a tick in an open session after which a price is called stale: of an instrument that ticks often, and
    /// of every one while nothing ticks at all.</summary>
    public const long StaleSeconds = 5;

    private readonly LevelBoard _board;
    private readonly TradingHours[] _hours;
    private readonly TradingHours[] _watched;
    private readonly long _staleNanos;
    private readonly int[] _versions;
    private readonly Quote[] _quotes;
    private readonly TickPace[] _paces;
    private Instant _newest;

    /// <summary>Since when each kind of hours trades without a pause, or default while it does not.</summary>
    private readonly Instant[] _opened = new Instant[TradingHours.Places];

    public QuoteSampler(DeskPlan plan, LevelBoard board, int speed)
    {
        (_board, _staleNanos) = (board, StaleSeconds * speed * Instant.NanosPerSecond);
        _hours = [.. plan.Instruments.All.Select(instrument => instrument.Hours)];
        // A desk without a feed waits for no tick.
        _watched = plan.World == DeskPlan.Market ? [] : [.. _hours.Distinct()];
        _versions = new int[plan.Instruments.Count];
        _paces = new TickPace[plan.Instruments.Count];
        _quotes = [.. plan.Instruments.All.Select(instrument => Unquoted(instrument.Label()))];
    }

    /// <summary>The quotes at that moment of the line's clock, or the same board when nothing changed.</summary>
    public QuoteBoard Sample(QuoteBoard before, Instant clock)
    {
        foreach (var hours in _watched) _opened[hours.Place] = OpenedAt(hours, clock);
        var changed = before.All.Count != _quotes.Length;
        for (var index = 0; index < _quotes.Length; index++) changed |= TryRead(index);
        for (var index = 0; index < _quotes.Length; index++) changed |= TryJudge(index, clock);
        return changed ? new QuoteBoard([.. _quotes]) : before;
    }

    private bool TryRead(int index)
    {
        var version = _board.Read(new InstrumentId(index), out var tick, out _, out var ticks);
        if (version == _versions[index]) return false;
        var quote = QuoteOf(_quotes[index], tick, ticks);
        _paces[index].See(quote.Time, ticks, _opened[_hours[index].Place]);
        if (quote.Time > _newest) _newest = quote.Time;
        (_quotes[index], _versions[index]) = (quote, version);
        return true;
    }

    private bool TryJudge(int index, Instant clock)
    {
        var quote = _quotes[index];
        var isStale = IsStale(quote, _opened[_hours[index].Place], clock, _paces[index]);
        if (quote.IsStale == isStale) return false;
        _quotes[index] = quote with { IsStale = isStale };
        return true;
    }

    private Instant OpenedAt(TradingHours hours, Instant clock)
    {
        if (clock == default || !_board.Calendar.TryGetSession(hours, clock, out var session)) return default;
        return clock >= session.PauseTo ? session.PauseTo : session.Open;
    }

    private bool IsStale(Quote quote, Instant opened, Instant clock, in TickPace pace)
    {
        if (opened == default || quote.Last is null) return false;
        var limit = clock - _newest >= _staleNanos ? _staleNanos : pace.Patience(_staleNanos);
        return clock - (quote.Time > opened ? quote.Time : opened) >= limit;
    }

    private static Quote Unquoted(InstrumentLabel label) => new(label, null, null, null, null, null, 0, default, 0);

    /// <summary>A day's figure that cannot be is none, and its volume is the one before: the price beside them was believed.</summary>
    private static Quote QuoteOf(Quote before, in Tick tick, long ticks) =>
        new(before.Instrument, tick.Last, Known(tick.PreviousClose), Known(tick.DayOpen), Known(tick.DayHigh), Known(tick.DayLow),
            tick.DayVolume is >= 0 and <= Tick.UnitsMost ? tick.DayVolume : before.DayVolume, tick.Time, ticks)
        {
            IsStale = before.IsStale,
        };

    private static Price? Known(Price price) => price.Scaled > 0 && price <= Price.Max ? price : null;

    /// <summary>How often one instrument ticks in the session, and so how long its silence means nothing.</summary>
    private struct TickPace
    {
        private const int TicksLeast = 10;

        /// <summary>Of ticks that come by chance one in 150 keeps waiting longer than so many usual intervals.</summary>
        private const int UsualIntervals = 5;

        /// <summary>The longest patience as so many of the shortest.</summary>
        private const int PatienceMost = 12;

        private Instant _first;
        private long _before;
        private Instant _last;
        private long _ticks;

        /// <summary>Takes note of the newest tick and how many there were; a session that opened since is measured anew.</summary>
        public void See(Instant time, long ticks, Instant opened)
        {
            if (_first == default || _first < opened) (_first, _before) = (time, ticks);
            (_last, _ticks) = (time, ticks);
        }

        /// <summary>How long the instrument may be silent, given how long one may that ticks often.</summary>
        public readonly long Patience(long least)
        {
            var ticks = _ticks - _before;
            return ticks < TicksLeast ? least : Math.Clamp(UsualIntervals * ((_last - _first) / ticks), least, PatienceMost * least);
        }
    }
}
