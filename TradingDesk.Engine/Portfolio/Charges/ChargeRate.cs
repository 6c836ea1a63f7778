using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Portfolio.Charges;

/// <summary>One dated statement of what something costs, with its source and how sure it is.</summary>
internal sealed record ChargeRate
{
    /// <summary>What stands for the rates that every exchange and broker passes on.</summary>
    public const string Everybody = "all";

    public required DateOnly From { get; init; }

    /// <summary>The last day it holds.</summary>
    public required DateOnly To { get; init; }

    /// <summary>An exchange, a broker or <see cref="Everybody"/>.</summary>
    public required string Whose { get; init; }

    public required IReadOnlyList<ChargeSegment> Segments { get; init; }

    /// <summary>Null for every product.</summary>
    public required Product? Product { get; init; }

    public required ChargeKind Kind { get; init; }

    public required decimal Rate { get; init; }

    public required RateUnit Unit { get; init; }

    public required Certainty Certainty { get; init; }

    public required string Source { get; init; }

    /// <summary>When it was written down.</summary>
    public required string Noted { get; init; }

    public string Remark { get; init; } = "";

    /// <summary>What one rupee, one order or one scrip costs, in rupees.</summary>
    public decimal Factor => Unit switch
    {
        RateUnit.Percent => Rate / 100,
        RateUnit.PerCrore => Rate / 10_000_000,
        RateUnit.PerOrder or RateUnit.PerScrip => Rate,
    };

    public bool IsOn(DateOnly date) => From <= date && date <= To;

    /// <summary>Whether both would hold for the same trade on some day.</summary>
    public bool Clashes(ChargeRate other) =>
        Kind == other.Kind && Whose == other.Whose && From <= other.To && other.From <= To
        && Segments.Intersect(other.Segments).Any()
        && (Product is null || other.Product is null || Product == other.Product);
}
