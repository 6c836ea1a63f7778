using TradingDesk.Engine.Line;

namespace TradingDesk.Engine.Storage.Tape;

/// <summary>What a re-run of a tape found.</summary>
/// <param name="Identical">Whether every fact came out as recorded.</param>
/// <param name="Facts">Facts compared, up to the first difference.</param>
/// <param name="Inputs">Inputs fed.</param>
/// <param name="Starts">Starts of the desk on the tape.</param>
/// <param name="Hash">The hash of all facts that the re-run said.</param>
/// <param name="Difference">The first difference, or why the tape cannot be believed; empty when identical.</param>
/// <param name="Remarks">What was left out, such as a block cut off by a kill.</param>
internal sealed record TapeCheck(bool Identical, long Facts, long Inputs, int Starts, string Hash, string Difference,
    IReadOnlyList<string> Remarks)
{
    /// <summary>Facts that stand in the journal too, byte for byte.</summary>
    public long InJournal { get; init; }
}
