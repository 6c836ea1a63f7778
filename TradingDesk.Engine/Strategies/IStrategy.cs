namespace TradingDesk.Engine.Strategies;

/// <summary>
/// One strategy at work on one instrument and timeframe. What it keeps between candles is a function of the candles it was given since
/// its warm-up began, and of its book, which it reads from the desk: a start in between must leave it the same.
/// </summary>
internal interface IStrategy
{
    /// <summary>Takes in a closed candle with its indicators; what it wants it says on the desk.</summary>
    void Close(in StrategyCandle candle, StrategyDesk desk);

    /// <summary>Another one in the same state, to ask what it would want without changing this one.</summary>
    IStrategy Copy();
}
