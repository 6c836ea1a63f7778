using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market;

/// <summary>The five levels of one side, best first.</summary>
[InlineArray(Depth.Levels)]
internal struct DepthSide
{
    private DepthLevel _best;
}
