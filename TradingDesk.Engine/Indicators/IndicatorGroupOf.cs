using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators;

/// <summary>The group of one indicator type; as that is a struct, its arithmetic stands inlined in these loops.</summary>
internal sealed class IndicatorGroupOf<T, TState>(IEnumerable<(T Indicator, IndicatorPlace Place)> members, IndicatorGroup? next)
    : IndicatorGroup(next)
    where T : struct, IRememberingIndicator<TState>
    where TState : unmanaged
{
    private readonly Member[] _members = [.. members.Select(member => new Member(member.Indicator, member.Place))];

    public override void Update(in CandleValues candle, in CloseRing closes, Span<double> words)
    {
        foreach (ref readonly var member in _members.AsSpan())
        {
            ref var state = ref StateAt(words, member.Place);
            state = member.Indicator.Next(candle, closes, state, MemoryAt(words, member));
            member.Indicator.Remember(candle, ref state, MemoryAt(words, member));
        }

        After?.Update(candle, closes, words);
    }

    public override void Peek(in CandleValues forming, in CloseRing closes, ReadOnlySpan<double> words, Span<double> values)
    {
        foreach (ref readonly var member in _members.AsSpan())
        {
            var state = member.Indicator.Next(forming, closes, StateAt(words, member.Place), MemoryAt(words, member));
            member.Indicator.Read(state, Columns(values, member.Place));
        }

        After?.Peek(forming, closes, words, values);
    }

    public override void UpdateWarming(in CandleValues candle, in CloseRing closes, Span<double> words)
    {
        foreach (ref readonly var member in _members.AsSpan())
        {
            ref var state = ref StateAt(words, member.Place);
            state = Step(member, candle, closes, state, MemoryAt(words, member));
            member.Indicator.Remember(candle, ref state, MemoryAt(words, member));
        }

        After?.UpdateWarming(candle, closes, words);
    }

    public override void PeekWarming(in CandleValues forming, in CloseRing closes, ReadOnlySpan<double> words, Span<double> values)
    {
        foreach (ref readonly var member in _members.AsSpan())
        {
            if (closes.Candles + 1 < member.Place.WarmUp) continue;
            var state = Step(member, forming, closes, StateAt(words, member.Place), MemoryAt(words, member));
            member.Indicator.Read(state, Columns(values, member.Place));
        }

        After?.PeekWarming(forming, closes, words, values);
    }

    public override void Read(int candles, ReadOnlySpan<double> words, Span<double> values)
    {
        foreach (ref readonly var member in _members.AsSpan())
        {
            if (candles < member.Place.WarmUp) continue;
            member.Indicator.Read(StateAt(words, member.Place), Columns(values, member.Place));
        }

        After?.Read(candles, words, values);
    }

    private static TState Step(
        in Member member, in CandleValues candle, in CloseRing closes, in TState last, ReadOnlySpan<double> memory) =>
        closes.Candles < member.Place.WarmUp
            ? member.Indicator.Begin(candle, closes, last, memory)
            : member.Indicator.Next(candle, closes, last, memory);

    /// <summary>The list gives each place as many words as its state and memory have, so only the first need be checked.</summary>
    private static ref TState StateAt(Span<double> words, in IndicatorPlace place) =>
        ref Unsafe.As<double, TState>(ref words[place.Word]);

    private static ref readonly TState StateAt(ReadOnlySpan<double> words, in IndicatorPlace place) =>
        ref Unsafe.As<double, TState>(ref Unsafe.AsRef(in words[place.Word]));

    /// <summary>What stands behind the state, unchecked like it: so for an indicator without memory this is no work at all.</summary>
    private static Span<double> MemoryAt(Span<double> words, in Member member) =>
        MemoryMarshal.CreateSpan(ref Behind(ref StateAt(words, member.Place)), member.Indicator.Memory);

    private static ReadOnlySpan<double> MemoryAt(ReadOnlySpan<double> words, in Member member) =>
        MemoryMarshal.CreateReadOnlySpan(ref Behind(ref Unsafe.AsRef(in StateAt(words, member.Place))), member.Indicator.Memory);

    private static ref double Behind(ref TState state) => ref Unsafe.As<TState, double>(ref Unsafe.Add(ref state, 1));

    /// <summary>A set checks once that all columns fit.</summary>
    private static Span<double> Columns(Span<double> values, in IndicatorPlace place) =>
        MemoryMarshal.CreateSpan(ref values[place.Column], place.Outputs);

    private readonly struct Member(T indicator, IndicatorPlace place)
    {
        public readonly T Indicator = indicator;
        public readonly IndicatorPlace Place = place;
    }
}
