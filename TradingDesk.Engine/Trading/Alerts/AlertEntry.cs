using TradingDesk.Engine.Line.Alerts;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Trading.Alerts;

/// <summary>One alert as the journal's facts tell it.</summary>
internal sealed class AlertEntry(int number, string text, string by, Instant addedAt)
{
    public int Number { get; } = number;

    /// <summary>Its rule as it was given.</summary>
    public string Text { get; } = text;

    public string By { get; } = by;

    public Instant AddedAt { get; } = addedAt;

    public AlertState State { get; private set; }

    /// <summary>The side a crossing begins from.</summary>
    public AlertSide From { get; private set; }

    /// <summary>Whether what it is about is not there.</summary>
    public bool IsBlind { get; set; }

    /// <summary>When it fired last; default for never.</summary>
    public Instant FiredAt { get; private set; }

    /// <summary>What it saw then.</summary>
    public AlertEvent Fired { get; private set; }

    public void Move(in AlertEvent what) => (State, From) = (what.State, what.From);

    public void Fire(in AlertEvent what, Instant at)
    {
        Move(what);
        (Fired, FiredAt) = (what, at);
    }
}
