using System.Runtime.CompilerServices;

namespace TradingDesk.Engine.Strategies;

/// <summary>Up to four numbers that decided a wish.</summary>
[InlineArray(Most)]
internal struct WishValues
{
    public const int Most = 4;

    private double _first;
}
