using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Engine.Storage.Sqlite.Journal;

namespace TradingDesk.Engine.Hosting.Trading;

/// <summary>Puts the rows of an intent under the X-ray: the steps, the price, the candles of its moment, what its trades cost.</summary>
internal static class OrderXray
{
    /// <summary>Instruments by that table; without a candle store nothing is said of candles.</summary>
    public static OrderLife Of(IReadOnlyList<JournalRow> rows, InstrumentTable instruments, CandleReader? candles)
    {
        if (rows.Count == 0) return OrderLife.None;
        var (facts, steps) = (rows.Select(row => row.ToFact()).ToArray(), OrderLives.Of(rows));
        var first = facts[0];
        if (!instruments.TryFind(rows[0].Segment, rows[0].Token, out var instrument)) return new OrderLife(steps);
        var isIntent = first.Kind is FactKind.IntentAccepted or FactKind.IntentDenied;
        return new OrderLife(steps)
        {
            Account = isIntent ? first.Intent.Account : first.Order.Account,
            Denied = first.Kind == FactKind.IntentDenied ? OrderLives.DeniedOf(first, instrument!.Id) : null,
            Judged = OrderLives.JudgedOf(first),
            Candles = candles is null ? [] : CandlesOf(instrument!, first.At, candles),
            Cost = OrderCosts.Of(facts, instrument!),
        };
    }

    /// <summary>A candle store that cannot be read hides nothing of what the journal tells.</summary>
    private static IReadOnlyList<MomentCandle> CandlesOf(Instrument instrument, Instant at, CandleReader candles) =>
        [CandleOf(instrument, Timeframe.Minute, at, candles), CandleOf(instrument, Timeframe.Second, at, candles)];

    /// <summary>What is known to be wrong with it, in words that no order's state has.</summary>
    private static string DoubtsOf(in Candle candle)
    {
        var words = new List<string>();
        if (candle.Quality.HasFlag(CandleQuality.Partial)) words.Add("seen from its middle on");
        if (candle.Quality.HasFlag(CandleQuality.Gap)) words.Add("seconds of it were lost");
        if (candle.Quality.HasFlag(CandleQuality.Short)) words.Add("cut short by the session's end");
        if (candle.Quality.HasFlag(CandleQuality.Filled)) words.Add("made after the fact");
        return string.Join(", ", words);
    }

    private static MomentCandle CandleOf(Instrument instrument, Timeframe timeframe, Instant at, CandleReader candles)
    {
        try
        {
            // Asked first: what is written in between must not make a candle look lost.
            var newest = candles.LastStart(instrument.Segment, instrument.Token, timeframe.Seconds);
            var found = candles.Newest(instrument.Segment, instrument.Token, timeframe.Seconds, at.UnixSeconds + 1, 1);
            if (found is [var candle] && candle.End > at) return new MomentCandle(timeframe, candle.View(), false, DoubtsOf(candle));
            var isAwaited = newest is null || newest <= at.UnixSeconds;
            return new MomentCandle(timeframe, null, isAwaited, isAwaited ? "Not stored yet." : "Not kept: later ones are stored.");
        }
        catch (Exception error) when (StoreFault.From(error) is { } fault)
        {
            return new MomentCandle(timeframe, null, false, $"The stored candles cannot be read: {fault.Reason}.");
        }
    }
}
