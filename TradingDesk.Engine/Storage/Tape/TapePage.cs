using TradingDesk.Engine.Line;

namespace TradingDesk.Engine.Storage.Tape;

/// <summary>A buffer of recorded inputs on its way from the engine to the tape's thread.</summary>
internal sealed class TapePage(int bytes)
{
    private byte[] _bytes = new byte[bytes];
    private long _firstNanos;
    private long _factsBefore = -1;
    private int _length;

    public int Count { get; private set; }

    /// <summary>The number of the last fact that its inputs caused.</summary>
    public long FactsThrough { get; private set; }

    public long LostBefore { get; set; }

    public ReadOnlySpan<byte> Inputs => _bytes.AsSpan(0, _length);

    public bool HasRoom(int more) => _length + more <= _bytes.Length;

    public void MakeRoom(int least)
    {
        if (_bytes.Length < least) _bytes = new byte[least];
    }

    public void Add(in DeskInput input, long factsThrough)
    {
        if (Count == 0) _firstNanos = input.MonotonicNanos;
        if (_factsBefore < 0) _factsBefore = factsThrough;
        _length += InputCodec.Write(input, _bytes.AsSpan(_length));
        FactsThrough = factsThrough;
        Count++;
    }

    public bool IsDue(long monotonicNanos, long nanosMost, int factsMost) =>
        monotonicNanos - _firstNanos >= nanosMost || FactsThrough - _factsBefore >= factsMost;

    public void Clear() => (_length, Count, LostBefore, _factsBefore) = (0, 0, 0, -1);
}
