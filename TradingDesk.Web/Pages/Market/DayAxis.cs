using System.Globalization;
using TradingDesk.Engine.Observation.Days;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Web.Pages.Market;

/// <summary>The hours that a day's phases are drawn over: from nine to four, or those of an evening session.</summary>
public sealed class DayAxis
{
    private const int FirstHour = 9;
    private const int LastHour = 16;
    private readonly Instant _midnight;
    private readonly long _from;
    private readonly long _to;

    public DayAxis(DateOnly date, IReadOnlyList<MarketDay> days)
    {
        _midnight = Instant.FromIndiaMidnight(date);
        var parts = days.SelectMany(day => day.Parts).ToList();
        var (first, last) = parts.Count == 0
            ? (FirstHour * 3_600L, LastHour * 3_600L)
            : (parts.Min(part => SecondOf(part.From)), parts.Max(part => SecondOf(part.To)));
        _from = first / 3_600 * 3_600;
        _to = ((last + 3_599) / 3_600 * 3_600) is var end && end > _from ? end : _from + 3_600;
    }

    /// <summary>The times written on it: its start, its end and at least one between, all at round times.</summary>
    public IEnumerable<Instant> Marks
    {
        get
        {
            var step = (_to - _from) switch { > 12 * 3_600 => 3 * 3_600, > 3 * 3_600 => 3_600, > 3_600 => 1_800, _ => 900 };
            for (var second = _from; second <= _to; second += step) yield return _midnight.PlusSeconds(second);
        }
    }

    /// <summary>Where a moment stands, in percent; null off the axis.</summary>
    public double? PlaceOf(Instant moment)
    {
        var second = SecondOf(moment);
        return second < _from || second > _to ? null : (second - _from) * 100.0 / (_to - _from);
    }

    /// <summary>The style of a phase: where it begins and how long it is.</summary>
    public string StyleOf(DayPart part) => string.Create(CultureInfo.InvariantCulture,
        $"left:{PlaceOf(part.From):0.###}%;width:{(SecondOf(part.To) - SecondOf(part.From)) * 100.0 / (_to - _from):0.###}%");

    /// <summary>The style of a mark, or nothing off the axis.</summary>
    public string? StyleOf(Instant moment) =>
        PlaceOf(moment) is { } place ? string.Create(CultureInfo.InvariantCulture, $"left:{place:0.###}%") : null;

    private long SecondOf(Instant moment) => (moment - _midnight) / Instant.NanosPerSecond;
}
