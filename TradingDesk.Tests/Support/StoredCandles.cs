using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.Warmth;
using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Support;

/// <summary>Candles kept in memory as a store keeps them, and what they tell a desk of an instrument.</summary>
internal static class StoredCandles
{
    public static WarmInstrument AtStart(DeskPlan plan, InstrumentId id, IEnumerable<Candle> stored, Instant start) =>
        new StoredPast(plan.Calendar, Pieces(stored)).AtStart(plan.Instruments[id], plan.Timeframes, ListsOf(plan), null, start);

    public static WarmInstrument ForChange(DeskPlan plan, InstrumentId id, WarmthWanted wanted, IEnumerable<Candle> stored)
    {
        var lists = IndicatorLists.Parse(wanted.Indicators, plan.Instruments, out _)!;
        return new StoredPast(plan.Calendar, Pieces(stored)).ForChange(plan.Instruments[id], wanted, lists);
    }

    /// <summary>The minutes and seconds of one instrument, asked for by their start.</summary>
    public static PieceSource Pieces(IEnumerable<Candle> stored) => (_, piece, from, before) => stored.Where(
        candle => candle.Seconds == piece.Seconds && candle.Start.UnixSeconds >= from && candle.Start.UnixSeconds < before);

    public static IndicatorLists ListsOf(DeskPlan plan) => IndicatorLists.Parse(plan.Indicators, plan.Instruments, out _)!;
}
