using System.Runtime.CompilerServices;
using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators;

/// <summary>What a list must know of an indicator to find room for it.</summary>
internal interface IIndicator
{
    /// <summary>Candles needed before its values mean anything; ready exactly at the last of them.</summary>
    int WarmUp { get; }

    /// <summary>How many values it gives, in the order its description names them.</summary>
    int Outputs { get; }

    /// <summary>How far back it reads in the closes that all indicators of a set share.</summary>
    int LooksBack { get; }

    /// <summary>How many 64-bit words it remembers by.</summary>
    int Words { get; }
}

/// <summary>
/// An indicator's arithmetic, made once per specification and shared by every instrument and timeframe: a pure function from one
/// state to the next. The folder Catalogue holds one file per indicator; each does constant work per candle whatever its period.
/// </summary>
/// <remarks>
/// Closing a candle keeps the next state, peeking at a forming one only reads it: so both give the same bits, a peek cannot change
/// anything, and saving, restoring and resetting are a copy of words, the same for all.
/// </remarks>
/// <typeparam name="TState">What it remembers of one instrument and timeframe: doubles only, all zero before the first candle.</typeparam>
internal interface IIndicator<TState> : IIndicator
    where TState : unmanaged
{
    int IIndicator.Words => Unsafe.SizeOf<TState>() / sizeof(double);

    /// <summary>The state after a candle of the warm-up; the closes are those before it.</summary>
    TState Begin(in CandleValues candle, in CloseRing closes, in TState last);

    /// <summary>The state after a candle once the warm-up is over.</summary>
    TState Next(in CandleValues candle, in CloseRing closes, in TState last);

    /// <summary>The values of a state that is ready.</summary>
    void Read(in TState state, Span<double> values);
}
