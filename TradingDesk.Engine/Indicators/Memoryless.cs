using System.Runtime.CompilerServices;
using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators;

/// <summary>An indicator that needs no memory, seen as one that remembers nothing; being a struct, it costs nothing.</summary>
internal readonly struct Memoryless<T, TState>(T indicator) : IRememberingIndicator<TState>
    where T : struct, IIndicator<TState>
    where TState : unmanaged
{
    private readonly T _indicator = indicator;

    public int WarmUp => _indicator.WarmUp;

    public int Outputs => _indicator.Outputs;

    public int LooksBack => _indicator.LooksBack;

    public int Memory => 0;

    public TState Begin(in CandleValues candle, in CloseRing closes, in TState last, ReadOnlySpan<double> memory) =>
        _indicator.Begin(candle, closes, last);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TState Next(in CandleValues candle, in CloseRing closes, in TState last, ReadOnlySpan<double> memory) =>
        _indicator.Next(candle, closes, last);

    public void Remember(in CandleValues candle, ref TState state, Span<double> memory)
    {
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Read(in TState state, Span<double> values) => _indicator.Read(state, values);
}
