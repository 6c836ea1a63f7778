using TradingDesk.Engine.Portfolio.Charges;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Charges;

/// <summary>The notes of a calculation and what they leave of the gain.</summary>
internal sealed class ChargeBill
{
    private const decimal Paisa = 0.01m;

    public ChargeBill(ChargeCase request)
    {
        Case = request;
        Notes = [.. Groups(request).Where(legs => legs.Count > 0).Select(legs => Note(request, legs))];
        foreach (var note in Notes) Lines += note.Lines;
        Bought = Sum(request.Legs, LegKind.Buy);
        Sold = Sum(request.Legs, LegKind.Sell) + Sum(request.Legs, LegKind.Exercise);
        BoughtUnits = request.Legs.Where(leg => leg.Kind == LegKind.Buy).Sum(leg => leg.Quantity.Units);
        SoldUnits = request.Legs.Where(leg => leg.Kind != LegKind.Buy).Sum(leg => leg.Quantity.Units);
    }

    public ChargeCase Case { get; }

    public IReadOnlyList<ChargeNote> Notes { get; }

    public ChargeLines Lines { get; }

    public Money Bought { get; }

    public Money Sold { get; }

    public long BoughtUnits { get; }

    public long SoldUnits { get; }

    /// <summary>Whether as much was bought as sold, so that there is a gain to speak of.</summary>
    public bool IsClosed => BoughtUnits == SoldUnits;

    public Money? Gross => IsClosed ? Sold - Bought : null;

    public Money? Net => IsClosed ? Sold - Bought - Lines.Total : null;

    /// <summary>Rupees that a unit's price must move for the charges, up to the next paisa.</summary>
    public decimal? BreakEven => IsClosed ? decimal.Ceiling(Lines.Total.Rupees / BoughtUnits / Paisa) * Paisa : null;

    /// <summary>Shares sold for delivery were bought on another day: purchases and sales are two notes.</summary>
    private static IEnumerable<IReadOnlyList<ChargeLeg>> Groups(ChargeCase request) => request.Product != Product.Cnc
        ? [request.Legs]
        : [[.. request.Legs.Where(leg => leg.Kind == LegKind.Buy)], [.. request.Legs.Where(leg => leg.Kind == LegKind.Sell)]];

    private static ChargeNote Note(ChargeCase request, IReadOnlyList<ChargeLeg> legs)
    {
        var note = new ChargeNote(request.Schedule);
        for (var i = 0; i < legs.Count; i++)
        {
            var leg = legs[i];
            if (leg.Kind == LegKind.Exercise) note.AddExercise(leg.Value);
            else note.Add(new OrderId(i + 1, 1), default, SideOf(leg), request.Product, leg.Quantity, leg.Price);
        }

        return note;
    }

    private static Side SideOf(ChargeLeg leg) => leg.Kind == LegKind.Buy ? Side.Buy : Side.Sell;

    private static Money Sum(IEnumerable<ChargeLeg> legs, LegKind kind)
    {
        var sum = default(Money);
        foreach (var leg in legs.Where(leg => leg.Kind == kind)) sum += leg.Value;
        return sum;
    }
}
