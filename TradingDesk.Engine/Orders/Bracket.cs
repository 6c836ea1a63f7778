using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Orders;

/// <summary>
/// The stop and target of one intent, held by the desk: when the last price reaches either, all that the intent has filled is left, also
/// what it fills afterwards.
/// </summary>
/// <param name="instrument">What is traded.</param>
/// <param name="intent">Whose fills it protects.</param>
/// <param name="watched">Whose price stop and target are: of a run what it watches, else what is traded.</param>
/// <param name="way">1 where what is held gains when that price rises, -1 where it falls.</param>
internal sealed class Bracket(InstrumentId instrument, in IntentTerms intent, InstrumentId watched, int way)
{
    public int Intent { get; } = intent.Number;

    public AccountId Account { get; } = intent.Account;

    public InstrumentId Instrument { get; } = instrument;

    public InstrumentId Watched { get; } = watched;

    /// <summary>The position that it protects.</summary>
    public PositionKey Key { get; } = new(instrument, intent.Whole.Product, intent.Run);

    public Side Side { get; } = intent.Whole.Side;

    /// <summary>1 where what is held gains when the watched price rises, -1 where it falls.</summary>
    public int Way { get; } = way;

    public Price Target { get; private set; } = intent.Target;

    /// <summary>Where the stop stands now; a trailing one follows the price and never goes back.</summary>
    public Price Stop { get; set; } = intent.Stop;

    /// <summary>How far the stop stays behind the price; 0 for one that stands.</summary>
    public Price Trail { get; private set; } = intent.Trail;

    /// <summary>Which of the two the price has reached; Entry before that.</summary>
    public IntentRole Fired { get; private set; }

    /// <summary>Units its intent has filled that are neither left, nor on their way out, nor sold by somebody else.</summary>
    public Quantity Guarded { get; private set; }

    /// <summary>A person has put it elsewhere.</summary>
    public void Move(in BracketEvent moved) => (Stop, Target, Trail) = (moved.Stop, moved.Target, moved.Trail);

    /// <summary>Its intent has filled so many more.</summary>
    public void Fill(Quantity units) => Guarded += units;

    /// <summary>An exit of it was accepted.</summary>
    public void Fire(IntentRole role, Quantity units)
    {
        Fired = role;
        Guarded = new Quantity(Math.Max(0, Guarded.Units - units.Units));
    }

    /// <summary>An exit of it ended without trading so many of its units.</summary>
    public void GiveBack(Quantity units) => Guarded += units;

    /// <summary>No more is held on its side than so much: what was left otherwise needs no protection.</summary>
    public void Limit(long most) => Guarded = new Quantity(Math.Min(Guarded.Units, most));

    /// <summary>What the price means for it; None while it lies between.</summary>
    public IntentRole Judge(Price last)
    {
        if (Guarded.Units <= 0) return IntentRole.Entry;
        if (Fired != IntentRole.Entry) return Fired;
        if (Stop != default && (last.Scaled - Stop.Scaled) * Way <= 0) return IntentRole.Stop;
        if (Target != default && (last.Scaled - Target.Scaled) * Way >= 0) return IntentRole.Target;
        return IntentRole.Entry;
    }

    /// <summary>
    /// Where a trailing stop belongs now, in steps of a tenth of its distance so that not every tick moves it; 0 for where it is.
    /// </summary>
    public Price Follow(Price last, Price tick)
    {
        if (Trail == default || Fired != IntentRole.Entry || Guarded.Units <= 0) return default;
        var wanted = last.Scaled - (Way * Trail.Scaled);
        var step = Math.Max(tick.Scaled, Trail.Scaled / 10);
        if ((wanted - Stop.Scaled) * Way < step) return default;
        return new Price(wanted / tick.Scaled * tick.Scaled);
    }
}
