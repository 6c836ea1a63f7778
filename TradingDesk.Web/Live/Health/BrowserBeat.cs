namespace TradingDesk.Web.Live.Health;

/// <summary>How long the newest beat took from the desk to this circuit's browser and back.</summary>
public sealed class BrowserBeat
{
    /// <summary>Null until a browser answered.</summary>
    public TimeSpan? RoundTrip { get; private set; }

    internal void Note(TimeSpan roundTrip) => RoundTrip = roundTrip;
}
