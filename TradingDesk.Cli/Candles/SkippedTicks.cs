using System.Globalization;

namespace TradingDesk.Cli.Candles;

/// <summary>Well-formed ticks that are in no candle, by reason.</summary>
internal sealed record SkippedTicks(long OutOfOrder, long Duplicate, long NonPositivePrice, long OutOfSession)
{
    public long Sum => OutOfOrder + Duplicate + NonPositivePrice + OutOfSession;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{OutOfOrder:N0} out of order, {Duplicate:N0} duplicate, ")
        + string.Create(CultureInfo.InvariantCulture, $"{NonPositivePrice:N0} without a positive price, {OutOfSession:N0} out of session");
}
