using TradingDesk.Engine.Line;
using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Strategies;

namespace TradingDesk.Engine.Trading.Runs;

/// <summary>Makes signals of wishes: confidences in ten-thousandths, prices on the tick of what is watched.</summary>
internal static class SignalWords
{
    /// <summary>The confidence of one that is quite sure.</summary>
    public const int Sure = 10_000;

    /// <summary>Null for a wish with a number that is none, or of no sentence.</summary>
    public static RunWish? Read(in Wish wish, LiveRun live, in Candle candle)
    {
        var spec = live.Spec;
        var isNumber = double.IsFinite(wish.Stop) && double.IsFinite(wish.Target) && double.IsFinite(wish.Trail)
            && wish.Confidence is >= 0 and <= 1 && wish.Share is >= 0 and <= 1;
        if (!isNumber || wish.Reason < 0 || wish.Reason >= spec.Strategy.Reasons.Count) return null;
        var signal = new SignalTerms
        {
            Run = live.Run,
            Kind = (SignalKind)wish.Kind,
            Side = wish.Side,
            Confidence = (short)(wish.Confidence * Sure),
            Reason = (byte)wish.Reason,
            Count = (byte)wish.Count,
            Seconds = spec.Timeframe.Seconds,
            Version = live.Version,
            Candle = candle.Start,
            Price = candle.Close,
            Stop = OnTick(wish.Stop, spec.Watched),
            Target = OnTick(wish.Target, spec.Watched),
        };
        for (var place = 0; place < wish.Count; place++) signal.Values[place] = wish.Values[place];
        return new RunWish(signal, wish.Share, OnTick(wish.Trail, spec.Watched));
    }

    /// <summary>What is not above 0 is no price.</summary>
    private static Price OnTick(double rupees, Instrument instrument)
    {
        var scaled = rupees * Price.Scale;
        if (scaled <= 0 || scaled > Price.Max.Scaled) return default;
        var ticks = (long)Math.Round(scaled / instrument.Tick.Scaled, MidpointRounding.AwayFromZero);
        return new Price(Math.Max(1, ticks) * instrument.Tick.Scaled);
    }
}
