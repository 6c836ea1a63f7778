using System.Collections.Immutable;
using System.Text.Json;

namespace TradingDesk.Web.Pages.Charts.Grid;

/// <summary>How many charts a person looks at, what each shows, and what they have in common; those not shown are remembered.</summary>
public sealed record ChartsChoice(int Count, ChartsLink Link, ImmutableArray<ChartSlot> Slots)
{
    public const int Most = 4;

    /// <summary>How many there can be.</summary>
    public static readonly ImmutableArray<int> Counts = [1, 2, Most];

    private static readonly int[] _seconds = [60, 300, 900, 3_600];

    /// <summary>One instrument on a ladder of timeframes.</summary>
    public static ChartsChoice First(string instrument) =>
        new(1, ChartsLink.Symbol, [.. _seconds.Select(seconds => new ChartSlot(instrument, seconds))]);

    /// <summary>Another slot; what all have in common goes to the others.</summary>
    public ChartsChoice With(int place, ChartSlot slot) => (this with { Slots = Slots.SetItem(place, slot) }).Linked(slot);

    /// <summary>Other things in common, taken from the first chart.</summary>
    public ChartsChoice With(ChartsLink link) => (this with { Link = link }).Linked(Slots[0]);

    public string ToText() => JsonSerializer.Serialize(this);

    /// <summary>Null for whatever is no choice: the browser keeps it, and anybody may have written there.</summary>
    public static ChartsChoice? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        try
        {
            var kept = JsonSerializer.Deserialize<ChartsChoice>(text);
            return kept is { IsWhole: true } ? kept : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public bool Equals(ChartsChoice? other) =>
        other is not null && (Count, Link) == (other.Count, other.Link) && Slots.SequenceEqual(other.Slots);

    public override int GetHashCode() => HashCode.Combine(Count, Link, Slots.Length);

    private bool IsWhole => Counts.Contains(Count) && Enum.IsDefined(Link) && !Slots.IsDefault && Slots.Length == Most
        && Slots.All(slot => slot is { Instrument: not null });

    private ChartsChoice Linked(ChartSlot slot) => Link switch
    {
        ChartsLink.Symbol => this with { Slots = [.. Slots.Select(one => one with { Instrument = slot.Instrument })] },
        ChartsLink.Interval => this with { Slots = [.. Slots.Select(one => one with { Seconds = slot.Seconds })] },
        _ => this,
    };
}
