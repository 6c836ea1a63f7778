using TradingDesk.Engine.Indicators.Parts;
using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators.Catalogue;

/// <summary>The volume-weighted average price of a session: what its average share has cost so far.</summary>
internal readonly struct Vwap : IIndicator<Vwap.State>
{
    private const double FromTheOpen = 1;

    public static IndicatorDescription Description { get; } = new(
        "VWAP",
        "Volume-weighted average price",
        "The typical price, the mean of high, low and close, weighed by volume since the session's open; begins anew with each session. "
            + "Not ready in a session of which it has not seen the open, nor while nothing has traded: an index never is.",
        [],
        [new("value")],
        IndicatorPane.Overlay,
        new IndicatorFactoryOf<Vwap, State>(_ => default));

    /// <summary>One candle, though it may have no value even then.</summary>
    public int WarmUp => 1;

    public int Outputs => 1;

    public int LooksBack => 0;

    /// <summary>Of the session that the very first candle belongs to, only that candle can tell whether the open was seen.</summary>
    public State Begin(in CandleValues candle, in CloseRing closes, in State last) =>
        Since(candle, candle.Start <= candle.SessionOpen ? FromTheOpen : 0);

    public State Next(in CandleValues candle, in CloseRing closes, in State last)
    {
        if (candle.SessionOpen != last.Session) return Since(candle, FromTheOpen);
        return last with { Money = last.Money + Money(candle), Volume = last.Volume + candle.Volume };
    }

    public void Read(in State state, Span<double> values) =>
        values[0] = state.Seen == FromTheOpen && state.Volume > 0 ? state.Money.Over(state.Volume) : double.NaN;

    private static State Since(in CandleValues candle, double seen) =>
        new() { Session = candle.SessionOpen, Seen = seen, Money = Money(candle), Volume = candle.Volume };

    private static ExactSum Money(in CandleValues candle) =>
        ExactSum.Product(candle.Typical, candle.Volume);

    /// <summary>The session by its open in seconds since 1970, whether it was seen from there, and what was traded since.</summary>
    internal struct State
    {
        public double Session;
        public double Seen;
        public ExactSum Money;
        public double Volume;
    }
}
