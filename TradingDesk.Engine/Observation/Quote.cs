using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation;

/// <summary>One instrument's last price and day; Last is null until any price is known, and Time says when it was.</summary>
public sealed record Quote(InstrumentLabel Instrument, Price? Last, Price? PreviousClose, Price? DayOpen, Price? DayHigh, Price? DayLow,
    long DayVolume, Instant Time, long Ticks)
{
    /// <summary>The market trades and no tick came for five real seconds, or for five times its usual wait, up to a minute, of an
    /// instrument that ticks seldom while others do: the price may be another by now.</summary>
    public bool IsStale { get; init; }

    /// <summary>The change since the previous close in hundredths of a percent, or null without both prices.</summary>
    public long? ChangeBasisPoints => Last is { } last && PreviousClose is { Scaled: > 0 } close
        ? (long)decimal.Round((last.Rupees - close.Rupees) / close.Rupees * 10_000m, MidpointRounding.AwayFromZero)
        : null;
}
