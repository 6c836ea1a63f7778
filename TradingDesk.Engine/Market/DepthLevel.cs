using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market;

/// <summary>One price of the book: its offset from the anchor in 1e-4 rupee and its quantity; 0 quantity is an empty level.</summary>
internal readonly record struct DepthLevel(int Offset, int Quantity);
