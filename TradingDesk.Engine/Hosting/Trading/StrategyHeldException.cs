using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Hosting.Trading;

/// <summary>A strategy did not come back: the process leaves, and the next start begins without its run.</summary>
public sealed class StrategyHeldException(RunId run)
    : Exception(string.Create(
        CultureInfo.InvariantCulture, $"The strategy of run {run.Number} held the desk up; the next start is without it."));
