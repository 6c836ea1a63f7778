using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Accounts;

/// <summary>
/// An intent under the X-ray: every step of its life as the journal has it, the price it was judged by, the candles its moment lay in, and
/// what its trades cost.
/// </summary>
public sealed record OrderLife(IReadOnlyList<OrderStep> Steps)
{
    /// <summary>Of a number that was never given.</summary>
    public static OrderLife None { get; } = new([]);

    /// <summary>Whose it is.</summary>
    public AccountId Account { get; init; }

    /// <summary>What was wanted, where it was refused and never became an order.</summary>
    public OrderView? Denied { get; init; }

    /// <summary>Null where the journal's build kept no price.</summary>
    public JudgedPrice? Judged { get; init; }

    /// <summary>The minute and the second it was judged in.</summary>
    public IReadOnlyList<MomentCandle> Candles { get; init; } = [];

    /// <summary>Null while nothing was traded.</summary>
    public OrderCost? Cost { get; init; }
}
