using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Risk;

/// <summary>Which instruments move together: an index or a share and all contracts on it share one place.</summary>
internal sealed class Underlyings(InstrumentTable instruments)
{
    /// <summary>The place and one, looked up at the first question; 0 before it.</summary>
    private readonly int[] _places = new int[instruments.Count];

    public int this[InstrumentId id]
    {
        get
        {
            if (_places[id.Index] == 0) _places[id.Index] = Find(instruments[id]).Index + 1;
            return _places[id.Index] - 1;
        }
    }

    private InstrumentId Find(Instrument instrument)
    {
        if (instrument.Kind is InstrumentKind.Index or InstrumentKind.Equity) return instrument.Id;
        if (instruments.UnderlyingOf(instrument) is { } underlying) return underlying.Id;
        var root = RootOf(instrument);
        foreach (var other in instruments.All)
        {
            if (other.Kind is InstrumentKind.Index or InstrumentKind.Equity) continue;
            if (other.Hours.Exchange == instrument.Hours.Exchange && RootOf(other).SequenceEqual(root)) return other.Id;
        }

        return instrument.Id;
    }

    /// <summary>A contract's symbol up to the year: `NIFTY` of `NIFTY26JANFUT`.</summary>
    private static ReadOnlySpan<char> RootOf(Instrument contract)
    {
        var length = 1;
        while (length < contract.Symbol.Length && !char.IsAsciiDigit(contract.Symbol[length])) length++;
        return contract.Symbol.AsSpan(0, length);
    }
}
