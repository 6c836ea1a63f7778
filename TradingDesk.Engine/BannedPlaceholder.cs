namespace TradingDesk.Engine;
