using System.Globalization;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Storage.Tape;

namespace TradingDesk.Engine.Hosting;

/// <summary>Feeds a tape to a new pipeline and holds every fact against the digest recorded when it first came about.</summary>
internal sealed class TapeRerun(string folder) : IDisposable
{
    private readonly FactHash _hash = new();
    private readonly List<string> _remarks = [];
    private DirectDesk? _desk;
    private byte[] _earlier = [];
    private string _difference = "";
    private string _loss = "";
    private long _inputs;
    private int _starts;
    private bool _skipping;

    public TapeCheck Run()
    {
        var tape = new TapeReader(folder);
        try
        {
            foreach (var (block, hash, place) in tape.Blocks())
            {
                Feed(block, place);
                _earlier = hash;
                if (_difference.Length > 0) break;
            }
        }
        catch (FormatException broken)
        {
            _difference = broken.Message;
        }

        _remarks.AddRange(tape.Torn);
        if (_difference.Length == 0) _difference = _loss;
        if (_starts == 0 && _difference.Length == 0)
            _difference = "No start of a desk is left on the tape, so nothing on it can be re-run; TAPE_DAYS says how many days are kept.";
        return new TapeCheck(_difference.Length == 0, _hash.Count, _inputs, _starts, _hash.ToString(), _difference, _remarks);
    }

    public void Dispose() => _hash.Dispose();

    private void Feed(TapeBlock block, string place)
    {
        var firstOfRun = block.Earlier.AsSpan().IndexOfAnyExcept((byte)0) < 0;
        if (firstOfRun) _skipping = false;
        else if (_earlier.Length == 0) BreakOff($"{place}: the desk's start stood on a tape that is no longer there");
        else if (!block.Earlier.AsSpan().SequenceEqual(_earlier)) throw new FormatException($"{place}: the block before it is missing.");
        if (block.LostBefore > 0) LoseStory($"{place}: the disk did not keep up and {block.LostBefore} inputs before it are lost");
        if (_skipping) return;
        var digests = block.FactDigests.AsSpan();
        var inputs = block.Inputs.AsSpan();
        while (!inputs.IsEmpty && _difference.Length == 0)
        {
            inputs = inputs[InputCodec.Read(inputs, out var input)..];
            FeedOne(input, ref digests, place);
        }

        if (_difference.Length == 0 && !digests.IsEmpty)
            _difference = $"{place}: the desk recorded {digests.Length} more facts than the re-run says.";
    }

    /// <summary>What follows cannot be re-run up to the next start of the desk.</summary>
    private void BreakOff(string why)
    {
        _remarks.Add(why + "; skipped to the next start");
        _skipping = true;
    }

    /// <summary>A loss that no kill explains: the facts after it cannot be proven, which is no proof of all.</summary>
    private void LoseStory(string why)
    {
        BreakOff(why);
        if (_loss.Length == 0) _loss = $"{why}; the facts from there to the next start are not proven.";
    }

    private void FeedOne(in DeskInput input, ref Span<ulong> digests, string place)
    {
        if (input.Kind == InputKind.Started)
        {
            _desk = new DirectDesk((DeskPlan)input.Cargo!);
            _starts++;
            if (_desk.Plan.Build != DeskModes.BuildName)
                _remarks.Add($"{place}: recorded by build {_desk.Plan.Build}, re-run by {DeskModes.BuildName}");
        }

        if (_desk is null) throw new FormatException($"{place}: the tape does not begin with a start");
        _inputs++;
        try
        {
            _desk.Process(input);
        }
        catch (Exception broken)
        {
            _difference = $"{place}, start {_starts}: the engine breaks on input {_inputs}: {broken.Message}";
        }

        while (_difference.Length == 0 && _desk.TryRead(out var fact)) Compare(fact, ref digests, place);
    }

    private void Compare(in DeskFact fact, ref Span<ulong> digests, string place)
    {
        if (!digests.IsEmpty && digests[0] == FactHash.DigestOf(fact))
        {
            _hash.Add(fact);
            digests = digests[1..];
            return;
        }

        var what = digests.IsEmpty ? "was not recorded" : "was recorded otherwise";
        _difference = string.Create(CultureInfo.InvariantCulture,
            $"{place}, start {_starts}: fact {fact.Number} {what}; the re-run says {Describe(fact)}.");
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
