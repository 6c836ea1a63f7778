using TradingDesk.Engine.Market;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Hosting.Operating;

/// <summary>A position as a program reads it, prices and amounts in rupees.</summary>
internal sealed record OperatorPosition(string Instrument, string Symbol, Product Product, long Units)
{
    /// <summary>The number of the run whose book it is in; 0 for what is traded by hand.</summary>
    public int Run { get; init; }

    public decimal Average { get; init; }

    public decimal Last { get; init; }

    public bool IsStale { get; init; }

    public decimal Realised { get; init; }

    public decimal Charges { get; init; }

    public decimal Net { get; init; }

    public static OperatorPosition Of(PositionView view, Instrument instrument) =>
        new(instrument.Key, instrument.Symbol, view.Product, view.Units)
        {
            Run = view.Run.Number,
            Average = view.Average.Rupees,
            Last = view.Last.Rupees,
            IsStale = view.IsStale,
            Realised = view.Realised.Rupees,
            Charges = view.Charges.Rupees,
            Net = view.Net.Rupees,
        };
}
