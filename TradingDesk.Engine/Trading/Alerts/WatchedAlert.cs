using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Watch;

namespace TradingDesk.Engine.Trading.Alerts;

/// <summary>An alert that is watched: what the journal says of it, how it looks, what it saw last, and its place on the board.</summary>
internal sealed class WatchedAlert(AlertEntry entry, int place, AlertLook look)
{
    private AlertReading _seen;

    public AlertEntry Entry { get; } = entry;

    public int Place { get; } = place;

    public AlertLook Look { get; set; } = look;

    /// <summary>The rule as it reads itself, or as it was given where it cannot be read.</summary>
    public string Text => Look.Rule?.ToText() ?? Entry.Text;

    public AlertRow Row => new(Place, Entry.Number, Text, Entry.By, Entry.AddedAt) { Blind = Look.Blind };

    /// <summary>Whether it is another reading than the last one.</summary>
    public bool Sees(in AlertReading reading)
    {
        if (reading == _seen) return false;
        _seen = reading;
        return true;
    }

    public AlertLevel Level() => new()
    {
        Number = Entry.Number,
        State = Entry.State,
        Now = new AlertSeen { Unit = _seen.Unit, Amount = _seen.Amount, Value = _seen.Number },
        Then = new AlertSeen { Unit = Entry.Fired.Unit, Amount = Entry.Fired.Amount, Value = Entry.Fired.Value },
        FiredAt = Entry.FiredAt,
    };
}
