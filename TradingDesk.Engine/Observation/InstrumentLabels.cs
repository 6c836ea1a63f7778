using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Observation;

/// <summary>What pages may know of instruments and candles, made from the engine's own.</summary>
internal static class InstrumentLabels
{
    public static InstrumentLabel Label(this Instrument instrument) => new(
        instrument.Id,
        instrument.Key,
        instrument.Segment.ToString().ToUpperInvariant(),
        instrument.Symbol,
        instrument.Name,
        instrument.Kind.ToString(),
        instrument.Lot,
        instrument.Tick,
        instrument.Expiry,
        instrument.Strike.Scaled > 0 ? instrument.Strike : null,
        instrument.Verified);

    public static CandleView View(this in Candle candle) => new(
        candle.Start, candle.Open, candle.High, candle.Low, candle.Close, candle.Volume, candle.Ticks, Words(candle.Quality));

    private static string Words(CandleQuality quality) =>
        quality == CandleQuality.Whole ? "" : quality.ToString().ToLowerInvariant();
}
