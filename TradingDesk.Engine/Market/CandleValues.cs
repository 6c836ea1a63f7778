namespace TradingDesk.Engine.Market;

/// <summary>A candle in rupees as indicators compute with it.</summary>
internal readonly record struct CandleValues(double Open, double High, double Low, double Close, double Volume);
