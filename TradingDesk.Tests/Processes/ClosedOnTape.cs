using TradingDesk.Engine.Market;

namespace TradingDesk.Tests.Processes;

/// <summary>A candle that the engine closed, with the monotonic clock of the input that closed it.</summary>
internal sealed record ClosedOnTape(Instrument Instrument, Candle Candle, long MonotonicNanos);
