using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators;

/// <summary>
/// A running indicator of one instrument and timeframe. The folder holds one file per indicator; each does constant work per
/// candle whatever its period, and a peek at the forming candle changes nothing.
/// </summary>
internal interface IIndicator
{
    /// <summary>Candles needed before its values mean anything; ready exactly at the last of them.</summary>
    int WarmUp { get; }

    /// <summary>How many values it gives, in the order its description names them.</summary>
    int Outputs { get; }

    bool IsReady { get; }

    /// <summary>Takes in a closed candle.</summary>
    void Update(in CandleValues candle);

    /// <summary>The values after the last closed candle; NaN until ready.</summary>
    void Read(Span<double> values);

    /// <summary>The values as they would be if the forming candle closed now; NaN if not ready then. Changes nothing.</summary>
    void Peek(in CandleValues forming, Span<double> values);

    /// <summary>Writes its whole state; what Restore reads gives the same bits ever after.</summary>
    void Save(ref StateWriter state);

    void Restore(ref StateReader state);

    void Reset();
}
