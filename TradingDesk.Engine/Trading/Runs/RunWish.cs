using TradingDesk.Engine.Line;
using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Trading.Runs;

/// <summary>A wish as a signal, with what only its orders need: how much of the run's quantity, and how far a stop trails.</summary>
internal readonly record struct RunWish(SignalTerms Signal, double Share, Price Trail);
