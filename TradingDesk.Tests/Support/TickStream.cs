using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Support;

/// <summary>
/// A seeded stream of inputs of several instruments such as a bad feed sends: good ticks, silences, duplicates, late and garbage ticks,
/// ticks from the future, day volumes that begin anew; between them the time, where the desk is live.
/// </summary>
internal sealed class TickStream(int seed, int instruments, bool live)
{
    private readonly Random _random = new(seed);
    private readonly Tick[] _last = new Tick[instruments];
    private readonly long[] _paise = [.. Enumerable.Repeat(100_000L, instruments)];
    private readonly long[] _volume = new long[instruments];

    /// <summary>The inputs of a span; the clock stands still nowhere for longer than a silence of some seconds.</summary>
    public IEnumerable<DeskInput> Between(Instant from, Instant to)
    {
        var at = from;
        while (at < to)
        {
            if (live) yield return DeskInput.Time(at);
            var id = new InstrumentId(_random.Next(instruments));
            yield return DeskInput.Of(at, id, Next(id, at.PlusMilliseconds(live ? -_random.Next(200) : 0)));
            at = at.PlusMilliseconds(!live && _random.Next(100) == 0 ? _random.Next(20_000) : _random.Next(1, 400));
        }
    }

    /// <summary>A new session: the day's volume counts from zero.</summary>
    public void BeginSession() => Array.Clear(_volume);

    private Tick Next(InstrumentId id, Instant time)
    {
        ref var last = ref _last[id.Index];
        var good = last.Last.Scaled > 0;
        switch (_random.Next(200))
        {
            case < 6 when good: return last;
            case < 12 when good: return last with { Time = last.Time.Second.PlusMilliseconds(-1 - _random.Next(5_000)) };
            case < 15: return Good(id, time) with { Last = new Price(-_random.Next(2)) };
            case < 18: return Good(id, time) with { Time = time.PlusMilliseconds(5_300 + _random.Next(100_000)) };
            case 18 when _volume[id.Index] > 5_000: _volume[id.Index] = 0; break;
        }

        if (time < last.Time) time = last.Time;
        _paise[id.Index] += _random.Next(-20, 21) * 5;
        _volume[id.Index] += _random.Next(3) * 10;
        return last = Good(id, time);
    }

    private Tick Good(InstrumentId id, Instant time) =>
        new() { Time = time, Last = Price.FromPaise(_paise[id.Index]), LastQuantity = new Quantity(10), DayVolume = _volume[id.Index] };
}
