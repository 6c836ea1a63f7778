using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Feeds.Faulty;

/// <summary>
/// A feed that misbehaves: another source's inputs, of which some are held back, sent twice, spoiled or swallowed. The same seed does the
/// same; time itself always comes. What is held back is bounded by its delay, a minute of ticks at most.
/// </summary>
internal sealed class FaultyFeed(IInputSource source, ulong seed, FeedFault faults) : IInputSource
{
    private const int MuteSecondsMost = 20;
    private const int MuteOneSecondsMost = 45;
    private const int ReorderMillisecondsMost = 3_000;
    private const int LateMillisecondsLeast = 4_000;
    private const int LateMillisecondsMost = 60_000;

    private readonly FaultDice _dice = new(seed, faults);
    private readonly SpoiledTicks _spoiled = new(seed, faults);
    private readonly PriorityQueue<DeskInput, (long At, long Order)> _held = new();
    private Instant _read;
    private long _ticks;
    private long _order;

    /// <summary>Instruments that are quoted; one of them is mute at a time.</summary>
    public required int Instruments { get; init; }

    /// <summary>Instruments below this index are quoted as they should be.</summary>
    public int Spared { get; init; }

    public bool TryRead(Instant through, out DeskInput input)
    {
        while (!TrySend(out input))
        {
            if (source.TryRead(through, out var next)) Take(next);
            else if (_read < through) _read = through;
            else return false;
        }

        return true;
    }

    public void SkipTo(Instant moment)
    {
        source.SkipTo(moment);
        _held.Clear();
    }

    /// <summary>Sends the next input that nothing still to come can go before.</summary>
    private bool TrySend(out DeskInput input)
    {
        while (_held.TryPeek(out input, out var place) && place.At <= _read.Nanos)
        {
            _held.Dequeue();
            if (!IsSwallowed(input)) return true;
        }

        return false;
    }

    private bool IsSwallowed(in DeskInput input)
    {
        if (input.Kind == InputKind.Time || input.Instrument.Index < Spared) return false;
        if (_dice.IsInSpell(FeedFault.Mute, input.At, MuteSecondsMost, out _)) return true;
        var isOneMute = _dice.IsInSpell(FeedFault.MuteOne, input.At, MuteOneSecondsMost, out var draw);
        return isOneMute && input.Instrument.Index == Spared + (int)(draw / 3 % (ulong)(Instruments - Spared));
    }

    private void Take(in DeskInput next)
    {
        _read = next.At;
        if (next.Kind != InputKind.Tick || next.Instrument.Index < Spared)
        {
            Hold(next, 0);
            return;
        }

        var (at, id, number) = (next.At, next.Instrument, _ticks++);
        var tick = _spoiled.Spoil(id, next.Tick, at, number);
        foreach (var beside in _spoiled.Besides(tick, at, number)) Hold(DeskInput.Of(at, id, beside), 0);
        var sent = DeskInput.Of(at, id, tick);
        Hold(sent, DelayOf(number));
        if (_dice.Strikes(FeedFault.Duplicate, number, 50)) Hold(sent, Most(FeedFault.Duplicate, number, ReorderMillisecondsMost) / 2);
    }

    private int DelayOf(long number)
    {
        var delay = _dice.Strikes(FeedFault.Reorder, number, 150) ? Most(FeedFault.Reorder, number, ReorderMillisecondsMost) : 0;
        if (!_dice.Strikes(FeedFault.Late, number, 20)) return delay;
        return LateMillisecondsLeast + Most(FeedFault.Late, number, LateMillisecondsMost - LateMillisecondsLeast);
    }

    private int Most(FeedFault fault, long number, int milliseconds) => (int)(_dice.Draw(fault, number, 1) % (ulong)milliseconds);

    private void Hold(in DeskInput input, int milliseconds)
    {
        var at = input.At.PlusMilliseconds(milliseconds);
        _held.Enqueue(input with { At = at }, (at.Nanos, _order++));
    }
}
