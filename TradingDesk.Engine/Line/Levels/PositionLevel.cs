using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line.Levels;

/// <summary>A position and what it is worth at the last price.</summary>
internal struct PositionLevel
{
    public AccountId Account;
    public InstrumentId Instrument;
    public Product Product;

    /// <summary>Whose book it is in.</summary>
    public RunId Run;

    /// <summary>Units held, negative when sold short.</summary>
    public long Units;

    /// <summary>What the open units cost, negative when they were sold.</summary>
    public Money Cost;

    /// <summary>Gained or lost today by what was closed, before charges.</summary>
    public Money Realised;
    public Money Unrealised;
    public Money Charges;
    public Money Margin;
    public Price Last;

    /// <summary>When the last price was made.</summary>
    public Instant LastAt;

    /// <summary>Units of shares that were held when the day began.</summary>
    public long HeldUnits;

    /// <summary>Units that exits under way may take off.</summary>
    public long Exiting;
    public Quantity Bought;
    public Quantity Sold;

    /// <summary>The day whose square-off left it there; default for none.</summary>
    public DateOnly MissedSquareOff;
}
