using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Hosting.Warmth;

/// <summary>An instrument's indicators as a snapshot kept them, by timeframe.</summary>
internal sealed class RestoredInstrument(Dictionary<int, SavedSet> sets)
{
    /// <summary>
    /// Leaves out the sets that have read stored pieces, seconds or minutes, from that moment on, and gives their number: timeframes below
    /// the minute are grown from seconds, the others from minutes.
    /// </summary>
    public int LeaveOut(int pieceSeconds, Instant from)
    {
        var left = 0;
        foreach (var (seconds, set) in sets)
        {
            var piece = seconds < Timeframe.Minute.Seconds ? Timeframe.Second : Timeframe.Minute;
            if (piece.Seconds == pieceSeconds && from < set.NextStart && sets.Remove(seconds)) left++;
        }

        return left;
    }

    /// <summary>Whether they may have seen a candle of which no piece is stored; one that the clock closed has at least one.</summary>
    public bool IsAheadOf(Instant storedThrough) => sets.Any(set => set.Value.NextStart.PlusSeconds(-set.Key) >= storedThrough);

    /// <summary>How many of these timeframes go on from their saved state with those lists.</summary>
    public int Matching(IEnumerable<(int Seconds, string List)> rungs) => rungs.Count(rung =>
        sets.TryGetValue(rung.Seconds, out var saved) && saved.NextStart != default && saved.List == rung.List);

    /// <summary>
    /// Puts the saved state into a rung that computes the same list; false where it is another's or none was saved, or one that had seen
    /// nothing and would make its desk read all that is stored.
    /// </summary>
    public bool TryRestore(GrowingInstrument growing, int rung, Timeframe timeframe, out Instant nextStart)
    {
        nextStart = default;
        if (!sets.TryGetValue(timeframe.Seconds, out var saved) || saved.NextStart == default) return false;
        var set = growing.SetOf(rung);
        if (saved.List != set.List.Text || saved.Words.Length != set.StateWords) return false;
        var reader = new StateReader(saved.Words);
        set.Restore(ref reader);
        growing.GoOnFrom(rung, nextStart = saved.NextStart);
        return true;
    }
}
