using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Risk;

/// <summary>
/// What an account or a run may do with its money. A limit that is absent and protects money denies every entry; what only narrows the
/// choice (products, window, instruments) allows all when it is absent.
/// </summary>
internal sealed record RiskLimits
{
    /// <summary>No limit at all: nothing may be entered.</summary>
    public static RiskLimits None { get; } = new();

    /// <summary>The most one order may be worth.</summary>
    public Money? OrderValue { get; init; }

    /// <summary>The most units of one order.</summary>
    public long? OrderUnits { get; init; }

    /// <summary>How far from the last price an order's own prices may be, in hundredths of a per cent.</summary>
    public int? CollarBasisPoints { get; init; }

    /// <summary>An older price is none.</summary>
    public int? PriceAgeSeconds { get; init; }

    /// <summary>The most all books together may have in one instrument, in the worst case.</summary>
    public Money? PositionValue { get; init; }

    /// <summary>The most in one underlying: it and all contracts on it.</summary>
    public Money? UnderlyingValue { get; init; }

    /// <summary>The most in all, long and short added up.</summary>
    public Money? GrossValue { get; init; }

    /// <summary>The most in all, long less short, either way.</summary>
    public Money? NetValue { get; init; }

    public int? OpenOrders { get; init; }

    /// <summary>Entries that a day may have.</summary>
    public int? TradesPerDay { get; init; }

    /// <summary>Lost since the day began, after charges: at it entries end for the day.</summary>
    public Money? DayLoss { get; init; }

    /// <summary>Lost since the highest worth, after charges: at it entries end until a person says otherwise.</summary>
    public Money? Drawdown { get; init; }

    /// <summary>The products that may be entered, a bit for each by its number; 0 for all.</summary>
    public int Products { get; init; }

    /// <summary>The time of day in India in which entries are taken; both or neither.</summary>
    public TimeOnly? From { get; init; }

    public TimeOnly? To { get; init; }

    /// <summary>Keys such as `1:2885`, with commas; empty for all.</summary>
    public string Instruments { get; init; } = "";

    /// <summary>Whether every limit that protects money is there.</summary>
    public bool IsWhole => OrderValue is not null && OrderUnits is not null && CollarBasisPoints is not null && PriceAgeSeconds is not null
        && PositionValue is not null && UnderlyingValue is not null && GrossValue is not null && NetValue is not null
        && OpenOrders is not null && TradesPerDay is not null && DayLoss is not null && Drawdown is not null;

    public bool Allows(Product product) => Products == 0 || (Products & (1 << (int)product)) != 0;

    public bool Allows(TimeOnly time) => From is not { } from || To is not { } to || (time >= from && time < to);

    /// <summary>Whether the key stands in the list.</summary>
    public bool AllowsInstrument(string key)
    {
        if (Instruments.Length == 0) return true;
        foreach (var part in Instruments.AsSpan().Split(','))
        {
            if (Instruments.AsSpan()[part].SequenceEqual(key)) return true;
        }

        return false;
    }
}
