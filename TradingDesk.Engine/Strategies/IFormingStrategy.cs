namespace TradingDesk.Engine.Strategies;

/// <summary>A strategy that also wants to see the candle while it forms, once a second; it may only leave by what it sees.</summary>
internal interface IFormingStrategy : IStrategy
{
    /// <summary>Looks at the candle as if it closed now. It must remember nothing of it.</summary>
    void Form(in StrategyCandle forming, StrategyDesk desk);
}
