using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Orders;

/// <summary>The stop and target of one intent, held by the desk: an exit is sent once, when the last price reaches either.</summary>
internal sealed class Bracket(InstrumentId instrument, in IntentTerms intent)
{
    private readonly Price _trail = intent.Trail;

    public int Intent { get; } = intent.Number;

    public AccountId Account { get; } = intent.Account;

    public InstrumentId Instrument { get; } = instrument;

    public Product Product { get; } = intent.Whole.Product;

    public Side Side { get; } = intent.Whole.Side;

    public Price Target { get; } = intent.Target;

    /// <summary>Where the stop stands now; a trailing one follows the price and never goes back.</summary>
    public Price Stop { get; set; } = intent.Stop;

    /// <summary>Whether its exit was sent.</summary>
    public bool HasFired { get; set; }

    /// <summary>Units its intent has filled.</summary>
    public Quantity Filled { get; set; }

    /// <summary>What the price means for it; None while it lies between.</summary>
    public IntentRole Judge(Price last)
    {
        if (HasFired || Filled.Units == 0) return IntentRole.Entry;
        var sign = Side.Sign();
        if (Stop != default && (last.Scaled - Stop.Scaled) * sign <= 0) return IntentRole.Stop;
        if (Target != default && (last.Scaled - Target.Scaled) * sign >= 0) return IntentRole.Target;
        return IntentRole.Entry;
    }

    /// <summary>
    /// Where a trailing stop belongs now, in steps of a tenth of its distance so that not every tick moves it; 0 for where it is.
    /// </summary>
    public Price Follow(Price last, Price tick)
    {
        if (_trail == default || HasFired || Filled.Units == 0) return default;
        var sign = Side.Sign();
        var wanted = last.Scaled - (sign * _trail.Scaled);
        var step = Math.Max(tick.Scaled, _trail.Scaled / 10);
        if ((wanted - Stop.Scaled) * sign < step) return default;
        return new Price(wanted / tick.Scaled * tick.Scaled);
    }
}
