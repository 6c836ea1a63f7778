using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Web.Pages.Charts.Money;

/// <summary>A price that a person moves on a chart, as it is while being asked.</summary>
public abstract record LineMove(Price From)
{
    /// <summary>The line's name, such as `12.1 trigger`.</summary>
    public abstract string Id { get; }

    /// <summary>Such as `Trigger`.</summary>
    public abstract string Word { get; }

    /// <summary>Whose price it is, at the beginning of a sentence.</summary>
    public abstract string Subject { get; }

    /// <summary>What is asked of the desk, in words.</summary>
    public abstract string Wish { get; }

    /// <summary>What more a person must know before the answer; empty for nothing.</summary>
    public virtual string Note => "";

    public abstract string TitleFor(InstrumentLabel instrument);

    /// <summary>It in a list, with its price.</summary>
    public abstract string WordsFor(InstrumentLabel instrument);

    /// <summary>What the button that answers says.</summary>
    public abstract string ButtonFor(string mode);

    /// <summary>It as it is now; null when it cannot be moved any more or stands where nobody was asked about.</summary>
    public abstract LineMove? SeenIn(AccountView? account);

    public abstract DeskCommand CommandFor(Price price);
}
