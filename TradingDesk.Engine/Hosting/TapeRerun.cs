using TradingDesk.Engine.Line;
using TradingDesk.Engine.Storage.Tape;

namespace TradingDesk.Engine.Hosting;

/// <summary>
/// Re-runs a whole tape and says whether every fact came out as recorded, and stands in the journal beside the tape where it belongs.
/// </summary>
internal sealed class TapeRerun(string folder) : IDisposable
{
    private readonly FactHash _hash = new();
    private readonly JournalRerun? _journal = JournalRerun.Beside(folder);

    public TapeCheck Run()
    {
        var tape = new TapeReader(folder);
        var follower = new TapeFollower(_ => true, (_, in fact) => _hash.Add(fact), _journal);
        var difference = "";
        try
        {
            foreach (var (block, hash, place) in tape.Blocks())
            {
                follower.Feed(block, hash, place);
                if (follower.Difference.Length > 0) break;
            }
        }
        catch (FormatException broken)
        {
            difference = broken.Message;
        }

        if (difference.Length == 0) difference = follower.Difference;
        if (difference.Length == 0) difference = follower.Loss;
        if (follower.Starts == 0 && difference.Length == 0)
            difference = "No start of a desk is left on the tape, so nothing on it can be re-run; TAPE_DAYS says how many days are kept.";
        return new TapeCheck(difference.Length == 0, _hash.Count, follower.Inputs, follower.Starts, _hash.ToString(), difference,
            [.. follower.Remarks, .. tape.Torn])
        {
            InJournal = _journal?.Compared ?? 0,
        };
    }

    public void Dispose()
    {
        _hash.Dispose();
        _journal?.Dispose();
    }
}
