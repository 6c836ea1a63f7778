using System.Runtime.InteropServices;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market;

/// <summary>One quote of an instrument as its feed sent it; the instrument stands beside it.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal readonly record struct Tick
{
    /// <summary>Marks a feed that sends no cumulative volume.</summary>
    public const long NoDayVolume = -1;

    /// <summary>A day's volume above a lakh crore units is garbage from a feed; so bounded, a day's sum cannot overflow.</summary>
    public const long UnitsMost = 1_000_000_000_000;

    /// <summary>The exchange's own time of the quote.</summary>
    public required Instant Time { get; init; }

    public required Price Last { get; init; }

    public Quantity LastQuantity { get; init; }

    /// <summary>Units traded since the session began, or <see cref="NoDayVolume"/>.</summary>
    public long DayVolume { get; init; }

    public Price DayOpen { get; init; }

    public Price DayHigh { get; init; }

    public Price DayLow { get; init; }

    public Price PreviousClose { get; init; }
}
