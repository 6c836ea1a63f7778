using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators;

/// <summary>
/// An indicator's arithmetic: made once per specification and shared by every instrument and timeframe. The folder holds one file
/// per indicator; each does constant work per candle whatever its period.
/// </summary>
/// <remarks>
/// An indicator remembers nothing itself. What it knows of one instrument and timeframe lies in the words an
/// <see cref="IndicatorSet"/> hands it, zero at first. So a peek, which gets them read-only, cannot change them; and saving, restoring
/// and resetting are a copy of words, the same for all.
/// </remarks>
internal interface IIndicator
{
    /// <summary>Candles needed before its values mean anything; ready exactly at the last of them.</summary>
    int WarmUp { get; }

    /// <summary>How many values it gives, in the order its description names them.</summary>
    int Outputs { get; }

    /// <summary>How many words it remembers by. The first are its outputs as of the last closed candle.</summary>
    int Words { get; }

    /// <summary>How far back it reads in the closes that all indicators of a set share.</summary>
    int LooksBack { get; }

    /// <summary>Takes in a closed candle; the closes are those before it.</summary>
    void Update(in CandleValues candle, CloseRing closes, Span<double> words);

    /// <summary>
    /// The values as they would be if the forming candle closed now, equal to the bit to what Update would leave. Asked only when
    /// that candle would complete the warm-up.
    /// </summary>
    void Peek(in CandleValues forming, CloseRing closes, ReadOnlySpan<double> words, Span<double> values);
}
