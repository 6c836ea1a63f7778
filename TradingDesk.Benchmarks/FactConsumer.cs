using TradingDesk.Engine.Line;

namespace TradingDesk.Benchmarks;

/// <summary>What a consumer does with each fact; a delegate type of its own, for facts are passed by reference.</summary>
internal delegate void FactConsumer(in DeskFact fact);
