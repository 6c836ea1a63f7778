using System.Runtime.CompilerServices;
using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators;

/// <summary>
/// An indicator with a memory of its own behind its state, for windows over more than the closes that all share. The next state is
/// still a pure function; only when a candle has closed is there a second step, which remembers it.
/// </summary>
/// <typeparam name="TState">As that of <see cref="IIndicator{TState}"/>.</typeparam>
internal interface IRememberingIndicator<TState> : IIndicator
    where TState : unmanaged
{
    /// <summary>Doubles it remembers besides its state, all zero before the first candle.</summary>
    int Memory { get; }

    int IIndicator.Words => (Unsafe.SizeOf<TState>() / sizeof(double)) + Memory;

    /// <summary>The state after a candle of the warm-up; closes and memory are those before it.</summary>
    TState Begin(in CandleValues candle, in CloseRing closes, in TState last, ReadOnlySpan<double> memory);

    /// <summary>The state after a candle once the warm-up is over.</summary>
    TState Next(in CandleValues candle, in CloseRing closes, in TState last, ReadOnlySpan<double> memory);

    /// <summary>Remembers a candle that closed; the state is the one after it and may be made ready for the next candle.</summary>
    void Remember(in CandleValues candle, ref TState state, Span<double> memory);

    /// <summary>The values of a state that is ready.</summary>
    void Read(in TState state, Span<double> values);
}
