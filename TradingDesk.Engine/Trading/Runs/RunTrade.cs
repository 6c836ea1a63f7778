using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Trading.Runs;

/// <summary>What a signal trades: units more of a contract, less when negative; no contract when all is left.</summary>
internal readonly record struct RunTrade(Instrument? Contract, long Units);
