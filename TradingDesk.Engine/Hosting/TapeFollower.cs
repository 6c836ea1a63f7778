using System.Globalization;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Tape;

namespace TradingDesk.Engine.Hosting;

/// <summary>A proven fact of a re-run, with the plan of the run that said it.</summary>
internal delegate void ProvenFact(DeskPlan plan, in DeskFact fact);

/// <summary>Feeds the blocks of a tape to a new pipeline for each start on it, and holds every fact against the digest recorded when it
/// first came about.</summary>
/// <param name="wantsRun">Whether the run that started at that moment is followed.</param>
/// <param name="prove">Takes the facts that came out as recorded, in order.</param>
/// <param name="journal">The journal of the same desk; null without one.</param>
internal sealed class TapeFollower(Func<Instant, bool> wantsRun, ProvenFact prove, JournalRerun? journal = null)
{
    private readonly List<string> _remarks = [];
    private DirectDesk? _desk;
    private byte[] _earlier = [];
    private bool _skipping;

    /// <summary>The first difference, or why a block does not follow the one before; empty without any.</summary>
    public string Difference { get; private set; } = "";

    /// <summary>The first loss of inputs that no kill explains; empty without any.</summary>
    public string Loss { get; private set; } = "";

    public long Inputs { get; private set; }

    /// <summary>Starts of the desk that were followed.</summary>
    public int Starts { get; private set; }

    /// <summary>What was left out and why.</summary>
    public IReadOnlyList<string> Remarks => _remarks;

    /// <summary>The next block of the tape; after a difference only <see cref="GoOn"/> makes it look at more.</summary>
    public void Feed(TapeBlock block, byte[] hash, string place)
    {
        if (Difference.Length > 0) return;
        try
        {
            if (Follows(block, place)) FeedInputs(block, place);
        }
        catch (FormatException wrong)
        {
            Difference = wrong.Message.StartsWith(place, StringComparison.Ordinal) ? wrong.Message : $"{place}: {wrong.Message}";
        }

        _earlier = hash;
    }

    /// <summary>Leaves a difference behind and goes on with the next start.</summary>
    public void GoOn()
    {
        if (Difference.Length == 0) return;
        _remarks.Add(Difference);
        (Difference, _skipping) = ("", true);
    }

    private bool Follows(TapeBlock block, string place)
    {
        var firstOfRun = block.Earlier.AsSpan().IndexOfAnyExcept((byte)0) < 0;
        if (firstOfRun) _skipping = false;
        else if (_earlier.Length == 0) BreakOff($"{place}: the desk's start stood on a tape that is no longer there");
        else if (!block.Earlier.AsSpan().SequenceEqual(_earlier)) ChainBroken(place);
        if (block.LostBefore > 0) LoseStory($"{place}: the disk did not keep up and {block.LostBefore} inputs before it are lost");
        return !_skipping && Difference.Length == 0;
    }

    /// <summary>A run that is not followed has no story to break.</summary>
    private void ChainBroken(string place)
    {
        if (!_skipping) Difference = $"{place}: the block before it is missing.";
    }

    private void FeedInputs(TapeBlock block, string place)
    {
        var digests = block.FactDigests.AsSpan();
        var inputs = block.Inputs.AsSpan();
        while (!inputs.IsEmpty && Difference.Length == 0 && !_skipping)
        {
            inputs = inputs[InputCodec.Read(inputs, out var input)..];
            FeedOne(input, ref digests, place);
        }

        if (Difference.Length == 0 && !_skipping && !digests.IsEmpty)
            Difference = $"{place}: the desk recorded {digests.Length} more facts than the re-run says.";
    }

    /// <summary>What follows cannot be re-run up to the next start of the desk.</summary>
    private void BreakOff(string why)
    {
        if (!_skipping) _remarks.Add(why + "; skipped to the next start");
        _skipping = true;
    }

    /// <summary>A loss that no kill explains: the facts after it cannot be proven, which is no proof of all.</summary>
    private void LoseStory(string why)
    {
        BreakOff(why);
        if (Loss.Length == 0) Loss = $"{why}; the facts from there to the next start are not proven.";
    }

    private void FeedOne(in DeskInput input, ref Span<ulong> digests, string place)
    {
        if (input.Kind == InputKind.Started)
        {
            _skipping = !wantsRun(input.At);
            if (_skipping) return;
            Begin((DeskPlan)input.Cargo!, place);
        }

        if (_desk is null) throw new FormatException($"{place}: the tape does not begin with a start");
        if (!TryComplete(input, place, out var whole)) return;
        Inputs++;
        try
        {
            _desk.Process(whole);
        }
        catch (Exception broken)
        {
            Difference = $"{place}, start {Starts}: the engine breaks on input {Inputs}: {broken.Message}";
        }

        while (Difference.Length == 0 && _desk.TryRead(out var fact, out var command)) Compare(fact, command, ref digests, place);
        if (input.Kind == InputKind.JournalSynced) journal?.Hear(input.Synced.Through);
        TakeOver(place);
    }

    /// <summary>What a start got back stands in the journal; the tape only names the stretch.</summary>
    private bool TryComplete(in DeskInput input, string place, out DeskInput whole)
    {
        whole = input;
        if (input.Kind != InputKind.Recovered) return true;
        if (journal is null)
        {
            LoseStory($"{place}: the start got orders back from a journal that is not beside the tape");
            return false;
        }

        var page = journal.Find((JournalPage)input.Cargo!, _desk!.Plan.Instruments);
        if (page is not null) whole = DeskInput.Recovered(input.At, page) with { MonotonicNanos = input.MonotonicNanos };
        TakeOver(place);
        return page is not null;
    }

    private void TakeOver(string place)
    {
        if (Difference.Length == 0 && journal is { Difference.Length: > 0 }) Difference = $"{place}, start {Starts}: {journal.Difference}";
    }

    private void Begin(DeskPlan plan, string place)
    {
        _desk = new DirectDesk(plan);
        Starts++;
        journal?.Begin(plan.Run);
        if (plan.Build != DeskModes.BuildName)
            _remarks.Add($"{place}: recorded by build {plan.Build}, re-run by {DeskModes.BuildName}");
    }

    private void Compare(in DeskFact fact, SubmittedCommand? command, ref Span<ulong> digests, string place)
    {
        if (!digests.IsEmpty && digests[0] == FactHash.DigestOf(fact))
        {
            prove(_desk!.Plan, fact);
            journal?.Hold(fact, command);
            digests = digests[1..];
            return;
        }

        var what = digests.IsEmpty ? "was not recorded" : "was recorded otherwise";
        Difference = string.Create(CultureInfo.InvariantCulture,
            $"{place}, start {Starts}: fact {fact.Number} {what}; the re-run says {Describe(fact)}.");
    }

    private string Describe(in DeskFact fact)
    {
        var name = _desk!.Plan.Instruments.All[fact.Instrument.Index].FullName;
        var about = fact.Kind switch
        {
            FactKind.CandleClosed => $" {name} {Describe(fact.Candle)}",
            FactKind.IndicatorsRead => string.Create(
                CultureInfo.InvariantCulture, $" {name} {fact.Readings.Seconds} s {fact.Readings.Start}"),
            _ => "",
        };
        return $"{fact.Kind}{about} at {fact.At}";
    }

    private static string Describe(in Candle candle) => string.Create(CultureInfo.InvariantCulture,
        $"{candle.Seconds} s {candle.Start} {candle.Open} {candle.High} {candle.Low} {candle.Close}, volume {candle.Volume}");
}
