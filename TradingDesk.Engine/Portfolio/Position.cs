using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Portfolio;

/// <summary>
/// What one book of an account holds of one instrument in one product, by average price. Exact: no paisa appears or goes by rounding.
/// </summary>
internal sealed class Position(PositionKey key, int place)
{
    public PositionKey Key { get; } = key;

    public InstrumentId Instrument => Key.Instrument;

    public Product Product => Key.Product;

    /// <summary>Its place on the board.</summary>
    public int Place { get; } = place;

    /// <summary>Units held, negative when sold short.</summary>
    public long Units { get; private set; }

    /// <summary>What the open units cost: positive for bought ones, negative for sold ones.</summary>
    public Money Cost { get; private set; }

    /// <summary>Gained or lost by what was closed since the day began, before charges.</summary>
    public Money Realised { get; private set; }

    /// <summary>Units that were held when the day began.</summary>
    public long HeldUnits { get; private set; }

    public Quantity Bought { get; private set; }

    public Quantity Sold { get; private set; }

    /// <summary>The last price of the instrument since it was first traded; 0 before any.</summary>
    public Price Last { get; set; }

    public Instant LastAt { get; set; }

    /// <summary>The day whose square-off left it there; default when none has since it was opened.</summary>
    public DateOnly MissedSquareOff { get; set; }

    public Money Unrealised => Units == 0 ? default : new Money(checked(Units * Last.Scaled)) - Cost;

    public bool IsFlat => Units == 0;

    public Side ExitSide => Units > 0 ? Side.Sell : Side.Buy;

    /// <summary>Books a trade and gives what it realised: closing takes its share of the cost, a rounding stays in what is left.</summary>
    public Money Book(Side side, Quantity quantity, Price price)
    {
        if (side == Side.Buy) Bought += quantity;
        else Sold += quantity;
        if (Last == default) Last = price;
        var signed = side.Sign() * quantity.Units;
        var closing = Math.Sign(signed) == -Math.Sign(Units) ? Math.Min(Math.Abs(signed), Math.Abs(Units)) * Math.Sign(signed) : 0;
        var realised = closing == 0 ? default : Close(closing, price);
        var opening = signed - closing;
        Units += opening;
        Cost += new Money(checked(price.Scaled * opening));
        if (IsFlat) MissedSquareOff = default;
        return realised;
    }

    /// <summary>What is left becomes the day's beginning.</summary>
    public void BeginDay() => (HeldUnits, Realised, Bought, Sold) = (Units, default, default, default);

    private Money Close(long signed, Price price)
    {
        var share = new Money((long)((Int128)Cost.Scaled * Math.Abs(signed) / Math.Abs(Units)));
        var realised = new Money(checked(-price.Scaled * signed)) - share;
        Units += signed;
        Cost -= share;
        Realised += realised;
        return realised;
    }
}
